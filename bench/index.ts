type Benchmark = (given: readonly string[]) => Promise<boolean>;

const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  turns: async () => (await import('./turns.ts')).turns,
  start: async () => (await import('./start.ts')).start,
  growth: async () => (await import('./growth.ts')).growth,
  search: async () => (await import('./search.ts')).search,
  broadcast: async () => (await import('./broadcast.ts')).broadcast,
  profile: async () => (await import('./profile.ts')).profile,
  webchat: async () => (await import('./webchat.ts')).webchat,
};

/** `npm run bench -- NAME [options]`. Ends with 1 where a target was missed. */
const [name = '', ...given] = process.argv.slice(2);
const load = benchmarks[name];
if (load) {
  const benchmark = await load();
  if (!(await benchmark(given))) process.exitCode = 1;
} else {
  process.stderr.write(`npm run bench -- NAME, where NAME is one of: ${Object.keys(benchmarks).join(', ')}\n`);
  process.exitCode = 1;
}
