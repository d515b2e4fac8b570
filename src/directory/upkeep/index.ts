import type { Places } from '#places';
import { dayPlus, londonClock } from '../hours/london.ts';
import { positionsIn, toSave } from '../importing.ts';
import type { ServiceRecord } from '../record/record.ts';
import type { Store } from '../store.ts';
import { askedEveryDays, numberToAsk } from './due.ts';
import type { UpkeepStore } from './store.ts';

/** A listing whose group is to be asked whether it still runs. */
export interface ConfirmationDue {
  readonly serviceId: string;
  readonly name: string;
  /** With its country, such as +447700900123. */
  readonly number: string;
}

export interface UpkeepNeeds {
  readonly upkeep: UpkeepStore;
  readonly store: Store;
  readonly places: Places;
  readonly clock: () => Date;
}

/** Something was to be done to an entry that is not there, or was done already. */
export class UpkeepRefused extends Error {}

/** Where offers that were approved come from, as a source of listings. */
const offersSource = 'offered in a conversation';

/** Keeping the directory right: needs that nobody meets, entries that are wrong, listings to confirm, and new ones. */
export function createUpkeep({ upkeep, store, places, clock }: UpkeepNeeds) {
  return {
    /** How often each need was not met, by place and language, from a day on (`YYYY-MM-DD`). */
    unmetSince: (day: string) => upkeep.unmetSince(new Date(day)),
    /** What people said is wrong, the oldest first. */
    reports: () => upkeep.openReports(),
    async settleReport(id: string): Promise<void> {
      if (!(await upkeep.settle(id, clock())))
        throw new UpkeepRefused(`There is no open report ${id}. To see what there is: directory reports`);
    },

    /** Lists what a group offered, which it has vouched for by that. Says what it is called. */
    async listOffered(_id: string, offered: object): Promise<string> {
      const record = { ...(offered as ServiceRecord), assured_date: londonClock(clock()).day };
      const service = { ...toSave(record), assuredByGroup: true };
      await store.save([service], await positionsIn([service], places), { source: offersSource, at: clock() });
      return record.name;
    },

    /**
     * Listings whose groups are to be asked now: once a quarter, where neither an assurance nor a question is newer than that, and where
     * there is a mobile number to ask at. Those that nobody vouched for come first.
     */
    async confirmationsDue(now: Date): Promise<readonly ConfirmationDue[]> {
      const since = new Date(dayPlus(londonClock(now).day, -askedEveryDays));
      return (await upkeep.listedNotAskedSince(since)).flatMap(({ id, record }) => {
        const number = numberToAsk(record);
        return number === undefined ? [] : [{ serviceId: id, name: record.name, number }];
      });
    },
    /** What is known not to have arrived was not asked: forgotten with the approaches that say so, which were due before this. */
    forgetNotArrived: (dueBefore: Date) => upkeep.forgetNotArrived(dueBefore),
    /** What somebody was asked about their listings and has not answered. */
    unansweredBy: (contactPointId: string) => upkeep.unansweredBy(contactPointId),

    /** Whether anything is listed at all. */
    anyListed: () => upkeep.anyListed(),
  };
}
