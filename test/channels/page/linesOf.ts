/**
 * A plain page as lines that a reader understands, from its HTML alone: `( )` and `(x)` to choose from, `[ ]` and `[x]` to tick,
 * `Choice 1: Price / Stops` a list, `[____]` a line to write in, `[Continue]` a button. The head of the page is left out.
 */
export function linesOf(html: string): readonly string[] {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
  return main
    .replace(/<span class="unseen">[^<]*<\/span>/g, '')
    .replace(
      /<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/g,
      (_, given: string) => `\n[${given === '' ? '____' : given.replaceAll('\n', ' ')}]\n`,
    )
    .replace(/<input type="hidden"[^>]*>/g, '')
    .replace(/<input type="text"[^>]*?value="([^"]*)"[^>]*>/g, (_, given: string) => `\n[${given || '____'}]\n`)
    .replace(/<input type="(radio|checkbox)"[^>]*?( checked)?><label[^>]*>/g, (_, type: string, checked?: string) => {
      const mark = checked ? 'x' : ' ';
      return type === 'radio' ? `(${mark}) ` : `[${mark}] `;
    })
    .replace(/<\/label>\s*<select[^>]*>([\s\S]*?)<\/select>/g, (_, options: string) => `: ${optionsIn(options)}`)
    .replace(/\s*<button[^>]*>([^<]*)<\/button>/g, ' [$1]')
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => unescaped(line).trim())
    .filter((line) => line !== '');
}

function optionsIn(options: string): string {
  const shown = [...options.matchAll(/<option value="([^"]*)"( selected)?>([^<]*)<\/option>/g)].filter(([, value]) => value !== '');
  return shown.map(([, , selected, label]) => (selected ? `(${label})` : label)).join(' / ');
}

/** Text as it was before it was put into HTML. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
