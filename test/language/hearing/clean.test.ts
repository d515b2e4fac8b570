import fc from 'fast-check';
import { clean, fold, longestText, plain } from '#language/hearing/clean.ts';

describe('what is kept of what a person said', () => {
  it.each([
    ['  hello \r\nthere\u0000 ', 'hello \nthere'],
    ['a\u0007b\u001bc', 'abc'],
    ['one\ttwo', 'one two'],
    ['\u202Eevil\u202C and \u200Fright\u200E', 'evil and right'],
    ['zero\u200Bwidth\uFEFF', 'zerowidth'],
    ['lone \uD83D surrogate \uDC4D', 'lone  surrogate'],
    ['split \uD83D\u0000\uDC4D pair', 'split  pair'],
    ['family 👨‍👩‍👧 kept', 'family 👨‍👩‍👧 kept'],
    ['a\u200Db', 'ab'],
    ['hand 👍🏽', 'hand 👍🏽'],
    ['flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['hidden\u{E0041}\u{E0042}', 'hidden'],
    ['Cafe\u0301', 'Café'],
    ['Zażółć gęślą jaźń', 'Zażółć gęślą jaźń'],
    ['first\nsecond', 'first\nsecond'],
    ['', ''],
  ])('of %j keeps %j', (said, kept) => {
    expect(clean(said)).toBe(kept);
  });

  it('keeps no more than a legal text message, and never half an emoji', () => {
    expect(clean('x'.repeat(10_000))).toHaveLength(longestText);
    expect(clean(`x${'👍'.repeat(2_000)}`)).toHaveLength(longestText - 1);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (said) => {
        expect(clean(clean(said))).toBe(clean(said));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), (units) => {
        const said = String.fromCharCode(...units);
        expect(clean(clean(said))).toBe(clean(said));
        expect(clean(said).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('the form in which words are compared', () => {
  it.each([
    ['PIĄTEK', 'piatek'],
    ['Łódź', 'lodz'],
    ['Mâine, poimâine!', 'maine poimaine'],
    ['şi și', 'si si'],
    ['Šeštadienį', 'sestadieni'],
    ['don’t', 'dont'],
    ["New Year's Day", 'new years day'],
    ['“yes” — please', 'yes please'],
    ['B)', 'b'],
    ['2️⃣', '2'],
    ['１２', '12'],
    ['👍🏽👍', '👍 👍'],
    ['ok👍', 'ok 👍'],
    ['   ', ''],
    ['...', ''],
  ])('of %j is %j', (said, compared) => {
    expect(plain(said)).toBe(compared);
  });

  it('is its own form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (said) => {
        expect(plain(plain(said))).toBe(plain(said));
      }),
    );
  });

  it('keeps the punctuation where figures need it', () => {
    expect(fold('25.12.2026 – Śr')).toBe('25.12.2026 - sr');
  });
});
