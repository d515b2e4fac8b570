/** Text that is HTML already. Everything else is escaped where it is put into a page. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may be put into a page: text and numbers, escaped; HTML as it is; a list of them one after another; nothing. */
export type Shown = string | number | Html | readonly Shown[] | undefined | false;

/** HTML with values in it: html`<p>${text}</p>`. Attributes are to stand in quotation marks. */
export function html(parts: TemplateStringsArray, ...values: readonly Shown[]): Html {
  return new Html(String.raw({ raw: parts }, ...values.map(written)));
}

/** Text in HTML is only ever text. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

function written(value: Shown): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escaped(value);
  return typeof value === 'number' ? String(value) : value.map(written).join('');
}
