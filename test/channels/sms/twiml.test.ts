import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { fitsTwoParts, mostParts, partsOf, smsRoom } from '#channels/sms/room.ts';
import { asTexts, longestText, twiml } from '#channels/sms/twiml.ts';
import { isGsm7, written } from '#channels/sms/written.ts';
import { messagesIn } from './aWebhook.ts';

const says = (...texts: readonly string[]) => texts.map((text) => ({ type: 'message', text }));

/** Text of every kind that a person or a council may write: our languages, signs, emoji, and the odd thing. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.string({ maxLength: 40 }) },
      {
        weight: 4,
        arbitrary: fc.constantFrom('Jak często ', 'Mulțumim! ', 'Ačiū. ', 'How often do you… ', '“quoted” – ', '€5 {x} [y] ', '\n'),
      },
      { weight: 2, arbitrary: fc.constantFrom('👍🏽', '👨‍👩‍👧‍👦', '🇵🇱', 'e\u0301', 'ł', '\u0483', '한', 'ક્ષ', '\u00AD') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('TwiML', () => {
  test('signs that mean something in XML are only signs', () => {
    const text = `Fish & chips <b>"now"</b> it's 5 > 4 ]]> &amp; <!-- 👍🏽`;
    expect(messagesIn(twiml(says(text)))).toEqual([text]);
  });

  test('nothing said is an empty answer', () => {
    expect(twiml([])).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
    expect(twiml([{ type: 'typing' }])).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  test('a sign that XML cannot hold is left out, and the rest arrives', () => {
    expect(messagesIn(twiml(says('a\u0000b\u000Bc\uFFFEd\uFFFFe\uD83Df')))).toEqual(['abcdef']);
  });

  test('whatever is said, the XML is good, in order, and no text is longer than Twilio takes', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (said) => {
        const texts = asTexts(says(...said));
        const lettersOf = (parts: readonly string[]) => written(parts.join('')).replace(/\s/g, '');
        expect(texts.every((text) => text.length <= longestText)).toBe(true);
        expect(messagesIn(twiml(says(...said)))).toHaveLength(texts.length);
        if (isGsm7(said.join(''))) expect(lettersOf(texts)).toBe(lettersOf(said));
      }),
    );
  });
});

describe('several things said in one turn', () => {
  test('go as one text, in order, where they fit into two parts', () => {
    expect(asTexts(says('Thank you.', 'Your reference is BCDF2345.', 'The council decides on 10 March.'))).toEqual([
      'Thank you.\nYour reference is BCDF2345.\nThe council decides on 10 March.',
    ]);
  });

  test('go as few texts, in order, where they do not', () => {
    const [one, two, three] = ['a'.repeat(200), 'b'.repeat(100), 'c'.repeat(200)];
    expect(asTexts(says(one, two, three))).toEqual([`${one}\n${two}`, three]);
  });

  test('a text that Twilio would refuse for its length is cut where a word ends', () => {
    const long = Array.from({ length: 500 }, (_, place) => `word${place}`).join(' ');
    const texts = asTexts(says(long));
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.join(' ')).toBe(long);
    expect(asTexts(says('👍'.repeat(801))).map((text) => text.length)).toEqual([1600, 2]);
  });
});

describe('how a text is written', () => {
  test('quotation marks, dashes and dots are plain, so that English stays in the cheap alphabet', () => {
    expect(written('“It’s 5–6 miles…” – ‘really’')).toBe("\"It's 5-6 miles...\" - 'really'");
  });

  test('words keep their accents where they fit into two parts, and lose them where that saves parts', () => {
    const short = 'Jak często chodzisz do parku?';
    expect(written(short)).toBe(short);
    expect(written(short.repeat(5))).toBe('Jak czesto chodzisz do parku?'.repeat(5));
  });

  test('our alphabet is the one that is counted', () => {
    const counted = (text: string) => new SegmentedMessage(text).getEncodingName() === 'GSM-7';
    for (let code = 0; code < 0x1_0000; code++) {
      const letter = String.fromCharCode(code);
      if (isGsm7(letter) !== counted(letter)) throw new Error(`U+${code.toString(16)}: ours ${isGsm7(letter)}`);
    }
    fc.assert(fc.property(anyText, (text) => isGsm7(text) === counted(text) || /\r\n/.test(text)));
  });

  test('what is said to fit takes no more than two parts, and what does not takes more', () => {
    const room = smsRoom();
    fc.assert(
      fc.property(anyText, (text) => {
        const counted = partsOf(written(text)) <= mostParts;
        expect([fitsTwoParts(text), room.fits(text), room.fits(text)]).toEqual([counted, counted, counted]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['ą'.repeat(134), true],
    ['ж'.repeat(135), false],
    ['ą'.repeat(306), true],
    [`${'ą'.repeat(66)}👍${'ą'.repeat(66)}`, false],
    ['e\u0301'.repeat(67), true],
    ['x\u0331'.repeat(67), false],
    ['…'.repeat(103), false],
    ['a'.repeat(306), true],
    ['@$_£'.repeat(76), true],
    ['`'.repeat(135), false],
    ['a'.repeat(307), false],
    ['€'.repeat(152), true],
    ['€'.repeat(153), false],
  ])('%s: %s', (text, fits) => expect(fitsTwoParts(text)).toBe(fits));
});
