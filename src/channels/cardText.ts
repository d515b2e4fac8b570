/**
 * Text of ours or of a consultation as blocks of a card, one for each line, as clients draw a line break within one as a space. `more`:
 * how they look.
 */
export function textBlocks(text: string, more: object = {}): readonly object[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line, place) => ({ type: 'TextBlock', text: asPlainText(line), wrap: true, ...more, ...(place > 0 && { spacing: 'None' }) }));
}

/** Text blocks read a little Markdown; what we say is only ever text. https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features */
function asPlainText(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~@]|&(?=#?\w+;)|:(?=\/)/g, '\\$&');
}
