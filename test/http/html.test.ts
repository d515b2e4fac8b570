import fc from 'fast-check';
import { html } from '#http/html.ts';

const unescaped = (markup: string) =>
  markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

test('whatever is put into a page is text: it opens no tag, leaves no attribute, and reads as it was', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[<>"'&;#a-z0-9/=]*$/)), (text) => {
      const { text: markup } = html`${text}`;
      expect(markup).not.toMatch(/[<>"']/);
      expect(unescaped(markup)).toBe(text);
    }),
  );
});

test('what is HTML already stays as it is, lists are joined, and nothing is nothing', () => {
  const items = ['a & b', 2].map((each) => html`<li>${each}</li>`);
  expect(html`<ul class="${'"x"'}">${items}${undefined}${false}</ul>`.text).toBe(
    '<ul class="&quot;x&quot;"><li>a &amp; b</li><li>2</li></ul>',
  );
});
