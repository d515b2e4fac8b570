import { type Consultations, type Feedback, isOver, parseFeedback, recordFeedbackApproved } from '#consultations';
import { DefinitionRefused, type Fault } from '#files/fault.ts';
import { faultAt } from '#files/faultsInOrder.ts';
import type { Words } from '#language/words.ts';
import type { Staff } from '#staff';
import { type Prices, tooLong } from '../cost.ts';
import type { BroadcastDefinition } from '../definition.ts';
import { BroadcastRefused } from '../refusal.ts';
import type { Confirmed, Store } from '../store.ts';
import { outcomeOf } from './outcome.ts';

export interface FeedbackNeeds {
  readonly store: Store;
  readonly staff: Staff;
  readonly consultations: Consultations;
  readonly clock: () => Date;
  readonly prices: Prices;
  readonly words: Words;
}

/** What nobody was told in a week is in the answer to the consultation's keyword all the same. */
const toldWithinMs = 7 * 86_400_000;

/**
 * What came of a consultation: one officer writes it, a second one approves the words. That is the one confirmation there is of it: from
 * then on it goes out by itself, and whoever asks for the consultation hears it.
 */
export function createFeedbackDesk({ store, staff, consultations, clock, prices, words }: FeedbackNeeds) {
  async function faultsIn(feedback: Feedback): Promise<readonly Fault[]> {
    const { author, consultation: key, decidedOn } = feedback;
    const faults: Fault[] = [];
    await staff.officer(author).catch(({ message }: Error) => faults.push({ path: 'author', reason: message }));
    if (new Date(decidedOn) > clock())
      faults.push({ path: 'decidedOn', reason: 'is still to come; tell what came of it once it is decided' });
    const consultation = await published(key);
    if (!consultation) {
      const reason = 'there is no published consultation of this key; to see what there is: consultation list';
      return [...faults, { path: 'consultation', reason }];
    }
    if (!isOver(consultation, clock()))
      faults.push({ path: 'consultation', reason: `still takes answers; wait for its end, or: consultation close ${key}` });
    return [...faults, ...longTexts(feedback, outcomeOf(feedback, consultation, words))];
  }

  const published = async (key: string) => (await consultations.catalogueNow()).live.find((live) => live.key === key);

  function longTexts({ sms }: Feedback, outcome: BroadcastDefinition): readonly Fault[] {
    const advice = sms ? 'write it shorter' : 'add "sms" with shorter words, in every language';
    return tooLong(outcome, prices).map(([language, parts]) => ({
      path: sms ? 'sms' : 'did',
      reason: `takes ${parts} text messages in ${language} with how to stop at its end; ${advice}, so that it takes two`,
    }));
  }

  /** Throws `BroadcastRefused` where nothing was written. */
  async function written(key: string) {
    const [found, consultation] = await Promise.all([consultations.feedbackOf(key), published(key)]);
    if (found && consultation) return { ...found, outcome: outcomeOf(found.feedback, consultation, words) };
    throw new BroadcastRefused(`Nobody has written what came of "${key}". To write it: consultation feedback FILE`);
  }

  return {
    /** Takes a file in, to be approved. Refuses with `DefinitionRefused`, naming every fault. */
    async writeFeedback(source: string): Promise<BroadcastDefinition> {
      const parsed = parseFeedback(source);
      if (!parsed.ok) throw new DefinitionRefused(parsed.faults);
      const { feedback } = parsed;
      const faults = await faultsIn(feedback);
      if (faults.length > 0) throw new DefinitionRefused(faults.map((fault) => faultAt(fault, parsed)));
      if (!(await consultations.writeFeedback(feedback, clock()))) throw approvedAlready(feedback.consultation);
      return (await written(feedback.consultation)).outcome;
    },

    /** What would be told, for whoever is to approve it. */
    feedback: written,

    /** The second member of staff agrees to the words; from now on people are told. */
    async approveFeedback(key: string, email: string): Promise<Confirmed> {
      const { email: confirmedBy } = await staff.officer(email);
      const { writtenBy, approvedAt, outcome } = await written(key);
      if (approvedAt) throw approvedAlready(key);
      if (writtenBy === confirmedBy)
        throw new BroadcastRefused(`${confirmedBy} wrote what came of "${key}": somebody else has to approve it with --as EMAIL.`);
      const now = clock();
      const confirmed = {
        definition: outcome,
        startsAt: now,
        expiresAt: new Date(now.getTime() + toldWithinMs),
        confirmedBy,
        noticeOf: key,
      };
      const approval = { consultationKey: key, approvedBy: confirmedBy };
      const done = await store.confirmWith(confirmed, now, (tx) => recordFeedbackApproved(tx, approval, now));
      if (!done) throw new BroadcastRefused(`Somebody else has approved this meanwhile, or there is a broadcast "${outcome.key}" already.`);
      return confirmed;
    },
  };
}

function approvedAlready(key: string): BroadcastRefused {
  return new BroadcastRefused(`What came of "${key}" is approved and told already. To tell more: broadcast draft FILE`);
}
