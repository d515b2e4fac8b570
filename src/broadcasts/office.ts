import { type Consultations, isKnownPlace, type PlacesKnown, unknownPlace } from '#consultations';
import { DefinitionRefused, type Fault, faultInWords } from '#files/fault.ts';
import { faultAt } from '#files/faultsInOrder.ts';
import type { Staff } from '#staff';
import { type Prices, tooLong } from './cost.ts';
import { asks, type BroadcastDefinition } from './definition.ts';
import { type ParsedBroadcast, parseBroadcast } from './file/parse.ts';
import { type NoticeWords, noticesOf, usualLifeMs } from './notices.ts';
import { BroadcastRefused } from './refusal.ts';
import { type BroadcastStatus, statusOf } from './status.ts';
import type { Confirmed, Store, StoredBroadcast } from './store.ts';
import { inVain, remindsAt, type Times } from './times.ts';

export interface OfficeNeeds {
  readonly store: Store;
  readonly staff: Staff;
  readonly consultations: Consultations;
  readonly places: PlacesKnown['places'];
  readonly clock: () => Date;
  readonly prices: Prices;
  readonly noticeWords: NoticeWords;
}

/** What officers do with broadcasts. */
export function createOffice({ store, staff, consultations, places, clock, prices, noticeWords }: OfficeNeeds) {
  /** Throws `BroadcastRefused` where there is none. */
  async function known(key: string): Promise<StoredBroadcast> {
    const found = await store.find(key);
    if (!found) throw new BroadcastRefused(`There is no broadcast "${key}". To see what there is: broadcast list`);
    return found;
  }

  async function faultsIn(definition: BroadcastDefinition): Promise<readonly Fault[]> {
    const faults: Fault[] = [];
    const { author, consultation } = definition;
    await staff.officer(author).catch(({ message }: Error) => faults.push({ path: 'author', reason: message }));
    const all = consultation === undefined ? [] : await consultations.list();
    if (consultation !== undefined && !all.some(({ key }) => key === consultation))
      faults.push({ path: 'consultation', reason: 'there is no such consultation; to see what there is: consultation list' });
    if (definition.audience.channels.includes('sms')) faults.push(...longTexts(definition));
    faults.push(...(await unknownPlaces(definition)));
    if (faults.length === 0) faults.push(...(await faultsToCome(definition)));
    return faults;
  }

  /** A key with a slip in it would be nobody's place, and the broadcast for hardly anybody. */
  async function unknownPlaces({ audience }: BroadcastDefinition): Promise<readonly Fault[]> {
    const known = await Promise.all(audience.places.map((place) => isKnownPlace(place, { places, consultations })));
    const faults = audience.places.map((place, n) => ({
      path: `audience.places[${n}]`,
      reason: `there is no place ${place}: ${unknownPlace}`,
    }));
    return faults.filter((_, n) => !known[n]);
  }

  /** What would come to nothing later, of a file that holds otherwise. */
  async function faultsToCome(definition: BroadcastDefinition): Promise<readonly Fault[]> {
    const times = await timesOf(definition);
    const faults = [inVain(definition, times, clock()), await takenReminder(definition)];
    return faults.filter((fault) => fault !== undefined);
  }

  /** A reminder is made when its broadcast is confirmed, so that it is nobody else's until then. */
  async function takenReminder(definition: BroadcastDefinition): Promise<Fault | undefined> {
    if (!definition.reminder) return undefined;
    const { key } = reminderOf(definition);
    const reason = `it would be the broadcast "${key}", and there is one of that key; choose another key for this one`;
    return (await store.find(key)) && { path: 'reminder', reason };
  }

  function longTexts(definition: BroadcastDefinition): readonly Fault[] {
    const texts = [
      { path: definition.sms ? 'sms' : 'text', definition },
      ...(definition.reminder
        ? [{ path: definition.reminder.sms ? 'reminder.sms' : 'reminder.text', definition: reminderOf(definition) }]
        : []),
    ];
    return texts.flatMap(({ path, definition }) =>
      tooLong(definition, prices).map(([language, parts]) => ({
        path,
        reason: `takes ${parts} text messages in ${language} with how to stop at its end; write it shorter, so that it takes two`,
      })),
    );
  }

  async function putDraft(definition: BroadcastDefinition, noticeOf?: string): Promise<void> {
    const draft = { definition, ...(await timesOf(definition)), ...(noticeOf && { noticeOf }) };
    if (!(await store.putDraft(draft, clock())))
      throw new BroadcastRefused(`The broadcast "${definition.key}" is confirmed or cancelled already: choose another key.`);
  }

  /** As they are if it is confirmed now. */
  async function timesOf(definition: BroadcastDefinition): Promise<Times> {
    const now = clock();
    const startsAt = new Date(Math.max(now.getTime(), definition.starts ? Date.parse(definition.starts) : 0));
    return { startsAt, expiresAt: await expiry(definition, startsAt) };
  }

  async function expiry({ until, consultation, ...definition }: BroadcastDefinition, startsAt: Date): Promise<Date> {
    if (until) return new Date(until);
    const all = consultation !== undefined && asks(definition) ? await consultations.list() : [];
    return all.find(({ key }) => key === consultation)?.closesAt ?? new Date(startsAt.getTime() + usualLifeMs);
  }

  /** What is confirmed with a broadcast: itself and its reminder. */
  async function confirming(draft: StoredBroadcast, confirmedBy: string): Promise<readonly Confirmed[]> {
    const { startsAt, expiresAt } = await timesOf(draft.definition);
    const [fault] = await faultsToCome(draft.definition);
    if (fault) throw new BroadcastRefused(`"${draft.key}" would come to nothing, so draft it again: ${faultInWords(fault)}.`);
    const one = { definition: draft.definition, startsAt, expiresAt, confirmedBy, ...(draft.noticeOf && { noticeOf: draft.noticeOf }) };
    const { reminder } = draft.definition;
    if (!reminder) return [one];
    const reminds = { ...one, definition: reminderOf(draft.definition), startsAt: remindsAt(startsAt, reminder) };
    return [one, { ...reminds, reminderOf: draft.key }];
  }

  async function confirm(drafts: readonly StoredBroadcast[], email: string): Promise<readonly Confirmed[]> {
    const { email: confirmedBy } = await staff.officer(email);
    const published = await consultations.catalogueNow();
    for (const draft of drafts) {
      const status = statusOf(draft);
      if (status !== 'draft') throw new BroadcastRefused(`"${draft.key}" is no draft: it is ${named(status)}.`);
      if (draft.draftedBy === confirmedBy)
        throw new BroadcastRefused(`${confirmedBy} wrote "${draft.key}": somebody else has to confirm it with --as EMAIL.`);
      const { consultationKey } = draft;
      if (consultationKey && !published.live.some(({ key }) => key === consultationKey))
        throw new BroadcastRefused(
          `"${draft.key}" is about a consultation that is not published. To publish it: consultation publish ${consultationKey}`,
        );
    }
    const confirmed = (await Promise.all(drafts.map((draft) => confirming(draft, confirmedBy)))).flat();
    if (!(await store.confirm(confirmed, clock())))
      throw new BroadcastRefused('Somebody else has changed this meanwhile: look at it again.');
    return confirmed;
  }

  return {
    known,
    putDraft,
    /** The newest first. */
    list: async () => (await store.all()).map((each) => ({ ...each, status: statusOf(each) })),

    /** Takes a file in as a draft; one that is a draft already is replaced. Refuses with `DefinitionRefused`, naming every fault. */
    async draft(source: string): Promise<BroadcastDefinition> {
      const parsed: ParsedBroadcast = parseBroadcast(source);
      if (!parsed.ok) throw new DefinitionRefused(parsed.faults);
      const faults = await faultsIn(parsed.definition);
      if (faults.length > 0) throw new DefinitionRefused(faults.map((fault) => faultAt(fault, parsed)));
      await putDraft(parsed.definition);
      return parsed.definition;
    },

    /** The second member of staff agrees; from now on it goes out by itself. */
    confirm: async (key: string, email: string) => confirm([await known(key)], email),

    /** Drafts what is told of a consultation by itself: that it opens, has a week left, has closed. Drafts there are already are replaced. */
    async draftNotices(consultation: string, email: string): Promise<readonly BroadcastDefinition[]> {
      const { email: author } = await staff.officer(email);
      const found = (await consultations.catalogueNow()).live.find(({ key }) => key === consultation);
      if (!found)
        throw new BroadcastRefused(
          `There is no published consultation "${consultation}". To publish it: consultation publish ${consultation}`,
        );
      const toCome = noticesOf(found, author, noticeWords, clock());
      if (toCome.length === 0) throw new BroadcastRefused(`"${consultation}" is over: there is nothing left to tell by itself.`);
      const settled = (await store.noticesOf(consultation)).filter((each) => statusOf(each) !== 'draft').map(({ key }) => key);
      const notices = toCome.filter(({ key }) => !settled.includes(key));
      if (notices.length === 0)
        throw new BroadcastRefused(
          `The notices of "${consultation}" are confirmed or cancelled already. To see how they stand: broadcast list`,
        );
      const faults = notices.flatMap(longTexts);
      if (faults.length > 0) throw new DefinitionRefused(faults);
      for (const notice of notices) await putDraft(notice, consultation);
      return notices;
    },

    /** Confirms every notice that was drafted for a consultation, once. */
    async confirmNotices(consultation: string, email: string): Promise<readonly Confirmed[]> {
      const drafts = (await store.noticesOf(consultation)).filter((each) => statusOf(each) === 'draft');
      if (drafts.length === 0)
        throw new BroadcastRefused(
          `There are no drafts of notices for "${consultation}". To make them: broadcast notices ${consultation} --as EMAIL`,
        );
      return confirm(drafts, email);
    },

    async pause(key: string): Promise<void> {
      const found = await known(key);
      if (await store.pause(found.key, clock())) return;
      const status = statusOf(found);
      if (status === 'paused') throw new BroadcastRefused(`"${key}" is paused already. To go on: broadcast resume ${key}`);
      const why = status === 'draft' ? 'nobody gets it before it is confirmed' : 'nobody else gets it';
      throw new BroadcastRefused(`"${key}" is ${named(status)}: ${why}.`);
    },

    async resume(key: string): Promise<void> {
      const found = await known(key);
      if (!(await store.resume(found.key))) throw new BroadcastRefused(`"${key}" is not paused: it is ${named(statusOf(found))}.`);
    },

    /** Nobody else gets it; what has left has left. */
    async cancel(key: string): Promise<void> {
      const found = await known(key);
      if (!(await store.cancel(found.key, clock()))) throw new BroadcastRefused(`"${key}" is ${named(statusOf(found))} already.`);
    },
  };
}

/** How a broadcast stands, as it is said of one. */
function named(status: BroadcastStatus): string {
  return status === 'draft' ? 'a draft' : status;
}

/** A reminder is a broadcast of its own, to those who got the first and have not answered. */
export function reminderOf({ reminder, sms: _, teams: __, ...definition }: BroadcastDefinition): BroadcastDefinition {
  if (!reminder) throw new Error(`${definition.key} has no reminder`);
  const { after: ___, ...wording } = reminder;
  const { channels, places, languages } = definition.audience;
  return { ...definition, ...wording, key: `${definition.key}-reminder`, audience: { channels, places, languages, answered: false } };
}
