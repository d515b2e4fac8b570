/** Markup that is safe to send: only `html` makes it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text is escaped, lists are joined, nothing is nothing. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/** A template of HTML. Whatever is put in that is not itself made by `html` is text and can never become markup. */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(markup.map((piece, place) => (place === 0 ? piece : asMarkup(parts[place - 1]) + piece)).join(''));
}

function asMarkup(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(asMarkup).join('');
  return escaped(String(part));
}

/** Also within attributes in quotes. https://html.spec.whatwg.org/multipage/syntax.html#attributes-2 */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
