import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { lineLiteral, linked } from '#channels/webchat/linked.ts';
import { rendered } from '#channels/webchat/rendering.ts';
import { linksIn } from '#language/linksIn.ts';
import { loadWords } from '#language/words.ts';
import { describeInBrowser } from '../../journeys/aBrowser.ts';

test('a text without anything to open is plain', () => {
  expect(linked('1 < 2 *and* [x](y) <b>\nnext')).toEqual({ text: '1 < 2 *and* [x](y) <b>\nnext', textFormat: 'plain' });
});

test('the words of most options stay as they are', () => {
  for (const label of ["Children's play (under 5)", 'Yes, a lot', '16 to 24', 'Bus 9: morning', '£2.50 - £3', 'Place zabaw/boiska', 'R&D'])
    expect(lineLiteral(label.replace('£2.50', '£2,50'))).toBe(label.replace('£2.50', '£2,50'));
});

/** What Markdown, HTML and Web Chat's own additions could take for something else than words. */
const signs = fc.constantFrom(
  ...[
    '*',
    '_',
    '`',
    '~~',
    '[',
    '](',
    ')',
    '<b>',
    '</b>',
    '<script>',
    '&lt;',
    '&#60;',
    '&',
    '\\',
    '\\\n',
    '#',
    '> ',
    '- ',
    '1. ',
    '---',
    '===',
    '|',
    '|-|',
    '$$',
    '\\(',
    '\\[',
  ],
  ...[
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\n\r',
    '{aria-label="x"}',
    '[1]: https://x.example "y"',
    'www.x.uk',
    'x@y.uk',
    'x.org',
    '(c)',
    '...',
    '--',
    '"',
    "'",
    '![a](b)',
    '```',
    '<https://x.uk>',
    '^1',
    ':)',
  ],
);
const link = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.emailAddress(),
  fc.constantFrom('01632 960001', 'https://x.uk/a_b*c*?d=[e]&f=~g~'),
);
const text = fc
  .array(fc.oneof(signs, fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 3 }), link), { maxLength: 12 })
  .map((parts) => parts.join(''));

describeInBrowser('what Web Chat shows of a text', (browser) => {
  let page: Page;
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/javascript');
    response.end(readFileSync(new URL('../../../node_modules/botframework-webchat/dist/webchat.js', import.meta.url)));
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    page = await browser().newPage();
    await page.addScriptTag({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  /** As its own Markdown draws it, with HTML allowed as it comes and forbidden as on our page. */
  const drawn = (markdown: string, markdownRenderHTML: boolean): Promise<Drawn> =>
    page.evaluate(`(() => {
      const body = new DOMParser().parseFromString(WebChat.renderMarkdown(${JSON.stringify(markdown)}, { markdownRespectCRLF: true, markdownRenderHTML: ${markdownRenderHTML} }), 'text/html').body;
      for (const br of body.querySelectorAll('br')) br.replaceWith('\\u2028');
      const others = [...new Set([...body.querySelectorAll('*')].map(({ localName }) => localName))].filter((name) => !['p', 'a', 'img'].includes(name));
      return { text: body.textContent, links: [...body.querySelectorAll('a')].map((a) => [a.textContent, a.getAttribute('href')]), others, images: body.querySelectorAll('img:not([class*=external-link-icon])').length };
    })()`);

  test.each([true, false])('is just that text, with the links that are in it and no other (HTML allowed: %s)', async (allowed) => {
    await fc.assert(
      fc.asyncProperty(text, async (words) => {
        const written = linked(words);
        if (written.textFormat === 'plain') return;
        const { text, links, others, images } = await drawn(written.text, allowed);
        expect([others, images]).toEqual([[], 0]);
        expect(bare(text.replaceAll('\n', '').replaceAll('\u2028', '\n'))).toBe(bare(words.replaceAll(/\r\n?/g, '\n')));
        expect(links.map(([words = '']) => bare(words))).toEqual(
          linksIn(words.trimEnd()).flatMap((piece) => (piece.href ? [bare(piece.text)] : [])),
        );
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['beside a box to tick', lineLiteral, true],
    ['beside a box to tick', lineLiteral, false],
    ['on a card', onCard, true],
    ['on a card', onCard, false],
  ])('%s is just the words (%s, HTML allowed: %s)', async (_where, write, allowed) => {
    const label = text.map((words) => words.replaceAll(/\s+/g, ' ').trim()).filter((words) => words !== '');
    await fc.assert(
      fc.asyncProperty(label, async (words) => {
        const { text, links, others, images } = await drawn(write(words), allowed);
        expect([links, others, images]).toEqual([[], [], 0]);
        expect(typed(bare(text))).toBe(typed(bare(words)));
      }),
      { numRuns: 200 },
    );
  });
});

/** The first line of a question on a card. */
function onCard(text: string): string {
  const asks = { about: 'x', answer: 'ranked', options: [{ key: 'x', label: 'x' }], language: 'en-GB' } as const;
  const [attachment] = rendered({ type: 'message', text, asks }, loadWords()).attachments ?? [];
  return (attachment as { content: { body: { text: string }[] } }).content.body[0]?.text ?? '';
}

interface Drawn {
  readonly text: string;
  readonly links: readonly (readonly string[])[];
  /** Elements that are neither paragraphs, links nor pictures. */
  readonly others: readonly string[];
  readonly images: number;
}

/**
 * Without the invisible signs that Web Chat puts round links, with spaces as a browser draws them, line by line, and with braces in place of
 * two rare brackets, which Web Chat keeps for braces of its own.
 */
const bare = (text: string) =>
  text
    .replaceAll(/[\u200b\0\ufffd]/g, '')
    .replaceAll('⟬', '{')
    .replaceAll('⟭', '}')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .join('\n')
    .trim();

/** As on a keyboard, where Markdown makes a printer's signs of plain ones. */
const typed = (text: string) =>
  text
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll('…', '..')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/\(c\)|©/gi, '')
    .replaceAll(/\(r\)|®/gi, '')
    .replaceAll(/\(tm\)|™/gi, '')
    .replaceAll('±', '+-')
    .replaceAll(/([.!?,-])[.!?,-]+/g, '$1');
