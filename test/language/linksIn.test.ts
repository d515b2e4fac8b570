import fc from 'fast-check';
import { linksIn } from '#language/linksIn.ts';

const linksOf = (text: string) => linksIn(text).flatMap(({ text: words, href }) => (href ? [[words, href]] : []));

test.each([
  ['See https://thornby.example/parks?a=1&b=2.', [['https://thornby.example/parks?a=1&b=2', 'https://thornby.example/parks?a=1&b=2']]],
  ['(http://thornby.example/a_(b)), then', [['http://thornby.example/a_(b)', 'http://thornby.example/a_(b)']]],
  ['(see https://thornby.example/a)', [['https://thornby.example/a', 'https://thornby.example/a']]],
  [
    'Map: https://www.openstreetmap.org/?mlat=52.1&mlon=-0.7',
    [['https://www.openstreetmap.org/?mlat=52.1&mlon=-0.7', 'https://www.openstreetmap.org/?mlat=52.1&mlon=-0.7']],
  ],
  ['Write to parks@thornby.example.', [['parks@thornby.example', 'mailto:parks@thornby.example']]],
  [
    'Call 01632 960001 or 020 7946 0000.',
    [
      ['01632 960001', 'tel:01632960001'],
      ['020 7946 0000', 'tel:02079460000'],
    ],
  ],
  [
    'Text 07700 900123, +44 7700 900123 or +447700900123',
    [
      ['07700 900123', 'tel:07700900123'],
      ['+44 7700 900123', 'tel:+447700900123'],
      ['+447700900123', 'tel:+447700900123'],
    ],
  ],
  ['Samaritans: 116 123', [['116 123', 'tel:116123']]],
])('%s', (text, links) => {
  expect(linksOf(text)).toEqual(links);
});

test.each([
  'Nothing to open here.',
  'We have £80,000 for 2027/28, from 01/11/2026 at 10.30.',
  'From 2026-11-01 to 2026-12-01, on 01-11-2026, 10:00',
  'Your reference is 0123456789012345.',
  'javascript:alert(1) data:text/html,x ftp://thornby.example //thornby.example',
  'https://user:secret@thornby.example',
  '1 Every week 2 Every month 3 Never',
  '99116 123',
])('%s has nothing to open', (text) => {
  expect(linksOf(text)).toEqual([]);
});

test('whatever a text is, its pieces are the text, and a link leads where its words say', () => {
  const part = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.webUrl(),
    fc.emailAddress(),
    fc.constantFrom('01632 960001', '+44 7700 900123', 'http://', '0', ' ', '\n', '(', ')'),
  );
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      (text) => {
        const pieces = linksIn(text);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        for (const piece of pieces) {
          if (!piece.href) continue;
          expect(piece.href).toMatch(/^(https?:\/\/|mailto:|tel:\+?\d+$)/);
          expect(piece.href.replace(/^(mailto|tel):/, '')).toBe(
            piece.href.startsWith('tel:') ? piece.text.replaceAll(' ', '') : piece.text,
          );
        }
      },
    ),
  );
});
