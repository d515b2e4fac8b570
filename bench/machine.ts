import { cpus } from 'node:os';

/** How busy a machine's processors were since a moment, all together: from 0 to 1. Other programs count too. */
export function watchMachine(): () => number {
  const before = times();
  return () => {
    const after = times();
    return (after.busy - before.busy) / (after.all - before.all);
  };
}

function times(): { busy: number; all: number } {
  let busy = 0;
  let all = 0;
  for (const { times: spent } of cpus()) {
    const total = Object.values(spent).reduce((sum, ms) => sum + ms, 0);
    all += total;
    busy += total - spent.idle;
  }
  return { busy, all };
}
