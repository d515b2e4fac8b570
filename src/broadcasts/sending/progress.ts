/** How far a process has come in each broadcast: a hint of where to look first, and never relied upon. */
export interface Progress {
  /** The last person that was claimed of each broadcast, by its key; nothing where everybody is to be looked at once more. */
  after(nowMs: number): Readonly<Record<string, string>> | undefined;
  /** Everybody was looked at; it took so long. */
  lookedAtAll(nowMs: number, tookMs: number): void;
  claimed(rows: readonly { readonly broadcastKey: string; readonly personId: string | null }[]): void;
}

/** Who is due again, was given back, or was in the hand of somebody who is gone waits for so long. */
const lookAtAllEveryMs = 1_000;
/** And longer where that takes long, so that it costs little: a fiftieth of the time. */
const shareOfLooking = 50;

export function createProgress(): Progress {
  const last = new Map<string, string>();
  let allAgainAt = 0;
  return {
    after: (nowMs) => (nowMs >= allAgainAt ? undefined : Object.fromEntries(last)),
    lookedAtAll(nowMs, tookMs) {
      allAgainAt = nowMs + Math.max(lookAtAllEveryMs, tookMs * shareOfLooking);
      // Broadcasts that are over need no place.
      if (last.size > mostKept) last.clear();
    },
    claimed(rows) {
      for (const { broadcastKey, personId } of rows)
        if (personId && personId > (last.get(broadcastKey) ?? '')) last.set(broadcastKey, personId);
    },
  };
}

/** More broadcasts than are ever sent at the same moment. */
const mostKept = 50;
