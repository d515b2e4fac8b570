import { openWindow } from '#calendar/sendWindow.ts';
import type { ChannelKind, Reply, Sender } from '#channels/channel.ts';
import type { Approaches } from './index.ts';
import { type ApproachEnd, endOf, referenceOf } from './rules.ts';
import type { Claimed } from './store.ts';

/** Runs the turn that begins something: the replies that it recorded, once however often it is run. */
export type BeginTurn = (begin: {
  /** Names this beginning, so that it is begun once. */
  readonly id: string;
  readonly channel: ChannelKind;
  readonly lookup: Uint8Array;
  readonly address: string;
  readonly dialog: string;
  /** As they were planned, and beside them the approach's own id: `approach`. */
  readonly options: object;
}) => Promise<readonly Reply[]>;

export type PrivateWords = Readonly<Record<string, string>>;

export interface RunningNeeds {
  readonly approaches: Pick<Approaches, 'claim' | 'finish' | 'sweep'>;
  /** Plans what has come due since. */
  plan(): Promise<void>;
  /** Whether what was planned is still so. What has changed meanwhile is not said. */
  stillHolds(planned: Pick<Claimed, 'dialog' | 'options'>): Promise<boolean>;
  readonly begin: BeginTurn;
  /**
   * What is sent and not recorded, each by the name that stands for it in what is said ("{reach}"). Nothing where it is gone, and with it the
   * reason to write.
   */
  privateWords(begun: Pick<Claimed, 'dialog' | 'options'>): Promise<PrivateWords | undefined>;
  /** Channels that must be called to reach anybody; what is begun on any other is in its log, where people find it. */
  readonly senders: readonly Sender[];
  /** Channels whose people read the log. */
  readonly read: readonly ChannelKind[];
  open(sealed: Uint8Array): string;
  readonly now: () => Date;
  report(reason: unknown): void;
}

/** Nobody minds a reminder that comes half a minute later. */
const everyMs = 30_000;

/** Begins what is due, inside the send window, until it is stopped. */
export function startApproaches(needs: RunningNeeds): { stop(): Promise<void> } {
  let stopping = false;
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => runDue(needs, () => stopping)).catch(needs.report);
  }, everyMs).unref();
  return {
    async stop() {
      stopping = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** Begins all that is due now, one after another. */
export async function runDue(needs: RunningNeeds, isStopping: () => boolean = () => false): Promise<void> {
  const { approaches, senders, read, now } = needs;
  // What cannot be planned now is planned the next time, and holds nothing up that is planned already.
  await needs.plan().catch(needs.report);
  await approaches.sweep(now());
  const channels = [...senders.map(({ channel }) => channel), ...read];
  while (!isStopping() && openWindow(now())) {
    const due = await approaches.claim(now(), channels);
    if (!due) return;
    await approaches.finish(due.id, await beginOne(needs, due), now());
  }
}

async function beginOne(needs: RunningNeeds, claimed: Claimed): Promise<ApproachEnd> {
  const { senders, open, now, report } = needs;
  if (claimed.optedOut) return { end: 'failed', reason: 'optedOut' };
  const address = open(claimed.address);
  const begun = await beginWith(needs, claimed, address).catch(report);
  if (!begun) return endOf({ outcome: 'tryLater', reason: 'mishap' }, claimed, now());
  const { reply } = begun;
  if (!reply) return { end: 'failed', reason: 'nothingToSay' };
  const sender = senders.find(({ channel }) => channel === claimed.channel);
  const window = openWindow(now());
  if (!sender) return { end: 'sent', providerId: null };
  if (!window) return endOf({ outcome: 'tryLater', reason: 'windowClosed' }, claimed, now());
  const { notAfter } = claimed;
  const outgoing = {
    address,
    reply,
    notAfter: notAfter && notAfter < window.closesAt ? notAfter : window.closesAt,
    reference: referenceOf(claimed),
  };
  return endOf(await sender.send(outgoing), claimed, now());
}

/** What there is to say to somebody, recorded as said. */
async function beginWith(
  { stillHolds, begin, privateWords }: RunningNeeds,
  claimed: Claimed,
  address: string,
): Promise<{ readonly reply?: Reply }> {
  const { id, lookup, dialog, options } = claimed;
  if (!(await stillHolds(claimed))) return {};
  const [replies, words] = await Promise.all([
    claimed.once
      ? [saidOnce(options)]
      : begin({
          id: `approach:${id}`,
          channel: claimed.channel as ChannelKind,
          lookup,
          address,
          dialog,
          options: { ...options, approach: id },
        }),
    privateWords(claimed),
  ]);
  return replies.length === 0 || !words ? {} : { reply: asOne(replies, words) };
}

/** What was asked for once is said without a conversation: nobody is known for it. */
function saidOnce(options: object): Reply {
  return { type: 'message', text: 'text' in options ? String(options.text) : '' };
}

/** One message, so that it comes whole or not at all; what the last one asks goes with it. */
function asOne(replies: readonly Reply[], words: PrivateWords): Reply {
  const said = replies.map((reply) => reply.text ?? '').join('\n');
  const text = Object.entries(words).reduce((filled, [name, word]) => filled.replace(`{${name}}`, () => word), said);
  return { ...replies.at(-1), text };
}
