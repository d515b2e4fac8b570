/** What V8's profiler writes. Times are microseconds. https://chromedevtools.github.io/devtools-protocol/tot/Profiler/#type-Profile */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Time spent in code of our folders and of each library, the longest first. Time of waiting is left out, and so is the profiler itself. */
export function placesOf({ nodes, samples, timeDeltas }: CpuProfile): readonly (readonly [place: string, micros: number])[] {
  const placeById = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame.url, callFrame.functionName)]));
  const micros = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const place = placeById.get(id);
    if (place !== undefined) micros.set(place, (micros.get(place) ?? 0) + (timeDeltas[at] ?? 0));
  }
  return [...micros].sort((one, other) => other[1] - one[1]);
}

function placeOf(url: string, functionName: string): string | undefined {
  if (functionName === '(idle)' || functionName === '(root)' || /inspector|tellUsage/.test(url)) return undefined;
  const library = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (library) return library;
  const own = /\/((?:src|dialogs)\/.*)\/[^/]+$/.exec(url)?.[1];
  if (own) return own;
  if (url.startsWith('node:')) return `Node: ${partOfNode(url)}`;
  return writing.has(functionName) ? 'Node: writing to sockets and files' : (engine[functionName] ?? 'V8 and Node, other');
}

const writing: ReadonlySet<string> = new Set(['writev', 'writeBuffer', 'writeString', 'writeUtf8String', 'writeLatin1String']);
const engine: Readonly<Record<string, string>> = { '(garbage collector)': 'collecting garbage' };

function partOfNode(url: string): string {
  if (/crypto/.test(url)) return 'crypto';
  if (/http/.test(url)) return 'http';
  if (/stream|net|buffer/.test(url)) return 'streams';
  return 'other';
}
