/** Records results together with others that come at the same moment; nobody waits for them one by one. */
export interface Recorder<Result> {
  add(result: Result): void;
  /** Resolves when all is recorded, or given up. */
  idle(): Promise<void>;
  /** Resolves when there is room for more. */
  room(): Promise<void>;
}

export interface RecorderNeeds<Result> {
  record(results: readonly Result[]): Promise<void>;
  /** Rests before another try. False: no more tries. */
  restAfter(reason: unknown, tries: number): Promise<boolean>;
  /** Nobody's fault but the result's own: the others may well be recorded. */
  isOnesOwn(reason: unknown): boolean;
}

/** Enough to share a commit, small enough that a statement stays in tens of milliseconds. */
const recordedAtOnce = 500;
/** Fewer wait for so long for others to go along. */
const gatherForMs = 30;
/** One gathers while the other waits for the disk. */
const statementsAtOnce = 2;
/** Not recorded yet, and with a database that is slow no more: a process that is killed leaves as many of them unknown. */
const mostUnrecorded = 1_000;

export function createRecorder<Result>({ record, restAfter, isOnesOwn }: RecorderNeeds<Result>): Recorder<Result> {
  const waiting: Result[] = [];
  let running = 0;
  let recording = 0;
  let gathering: NodeJS.Timeout | undefined;
  let whenLess: (() => void)[] = [];

  /** What a statement records is worth waiting for the database: without it nobody knows what became of the message. */
  async function surely(results: readonly Result[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await record(results);
      } catch (reason) {
        if (results.length > 1 && isOnesOwn(reason)) {
          for (const one of results) await surely([one]);
          return;
        }
        if (!(await restAfter(reason, tries))) return;
      }
    }
  }

  async function run(): Promise<void> {
    const results = waiting.splice(0, recordedAtOnce);
    running += 1;
    recording += results.length;
    await surely(results);
    recording -= results.length;
    running -= 1;
    tell();
    if (waiting.length >= recordedAtOnce) begin();
    else gather();
  }

  function begin(): void {
    clearTimeout(gathering);
    gathering = undefined;
    if (running < statementsAtOnce && waiting.length > 0) void run();
  }

  function gather(): void {
    if (waiting.length > 0) gathering ??= setTimeout(begin, gatherForMs);
  }

  function tell(): void {
    const told = whenLess;
    whenLess = [];
    for (const resolve of told) resolve();
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => whenLess.push(resolve));
  }

  return {
    add(result) {
      waiting.push(result);
      if (waiting.length === recordedAtOnce) begin();
      else gather();
    },
    idle: () => until(() => waiting.length === 0 && running === 0),
    room: () => until(() => waiting.length + recording < mostUnrecorded),
  };
}
