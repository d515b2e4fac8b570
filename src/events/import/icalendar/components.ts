/** Components of a calendar file, apart from each other, so that one that is broken breaks no other. */
export interface Components {
  /** Unfolded lines from BEGIN to END, with the line on which each began, counted from 1. */
  readonly events: readonly Component[];
  readonly timezones: readonly Component[];
  /** Properties of the calendar itself, by name in capitals. */
  readonly calendar: ReadonlyMap<string, string>;
}

export interface Component {
  readonly line: number;
  readonly text: string;
  readonly closed: boolean;
}

/** A line of a calendar in characters, unfolded. A picture in a property is longer; nobody misses it. */
const longestLine = 20_000;

const kept: ReadonlySet<string> = new Set(['VEVENT', 'VTIMEZONE']);

/** Takes a calendar file apart (RFC 5545, 3.1 and 3.4). Nothing is refused here: what makes no sense belongs to no component. */
export function componentsIn(text: string): Components {
  const found: Record<string, Component[]> = { VEVENT: [], VTIMEZONE: [] };
  const calendar = new Map<string, string>();
  let open: { readonly name: string; readonly line: number; readonly lines: string[] } | undefined;
  const close = (closed: boolean) => {
    if (open)
      found[open.name]?.push({ line: open.line, text: `${open.lines.join('\r\n')}\r\n${closed ? '' : `END:${open.name}\r\n`}`, closed });
    open = undefined;
  };

  for (const { line, words } of unfolded(text)) {
    const [, edge, named = ''] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(words) ?? [];
    const name = named.toUpperCase();
    if (edge?.toUpperCase() === 'BEGIN' && kept.has(name)) {
      close(false);
      open = { name, line, lines: [`BEGIN:${name}`] };
    } else if (open) {
      if (edge && name === 'VCALENDAR') close(false);
      else if (words.trim() !== '') open.lines.push(words.slice(0, longestLine));
      if (open && edge?.toUpperCase() === 'END' && name === open.name) close(true);
    } else if (!edge) {
      const [, property, value] = /^([\w-]+)(?:;[^:]*)?:(.*)$/s.exec(words) ?? [];
      if (property && !calendar.has(property.toUpperCase())) calendar.set(property.toUpperCase(), value ?? '');
    }
  }
  close(false);
  return { events: found.VEVENT ?? [], timezones: found.VTIMEZONE ?? [], calendar };
}

/** Lines with those that go on in the next put together, and the number of the line on which each began. */
function* unfolded(text: string): Generator<{ readonly line: number; readonly words: string }> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  let from = 0;
  let parts: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (/^[ \t]/.test(line) && parts.length > 0) parts.push(line.slice(1));
    else {
      if (parts.length > 0) yield { line: from + 1, words: parts.join('') };
      from = index;
      parts = [line];
    }
  }
  if (parts.length > 0) yield { line: from + 1, words: parts.join('') };
}
