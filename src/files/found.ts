export type PathPart = string | number;

/** A fault while the file is being read: its path still in parts, its line not yet looked up. */
export interface Found {
  readonly path: readonly PathPart[];
  readonly reason: string;
  readonly line?: number;
}

export function at(path: readonly PathPart[], reason: string): Found {
  return { path, reason };
}

/** `questions[2].options[1].key` */
export function pathInWords(path: readonly PathPart[]): string {
  return path.reduce<string>((words, part) => {
    if (typeof part === 'number') return `${words}[${part}]`;
    return words === '' ? part : `${words}.${part}`;
  }, '');
}

export type Block = Readonly<Record<string, unknown>>;

/** A block of `name: value` lines, and not a list, a text or a date. */
export function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.getPrototypeOf(value) === Object.prototype;
}
