/** A count and what is counted, in English as officers read it: `1 fault`, `2 faults`. `many` where an s does not make it. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
