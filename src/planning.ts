import { forgottenBefore } from '#approaches';
import { londonDay } from '#calendar/londonDay.ts';
import { type ConfirmingOptions, confirmingDialogId, mostAskedAtOnce } from '#dialogs/confirming/door.ts';
import { type TellingOptions, tellingDialogId } from '#dialogs/telling/index.ts';
import { type PlannedReminder, reminderInWords } from '#events';
import type { Words } from '#language/words.ts';
import type { Services } from './services.ts';

type Planning = Pick<Services, 'approaches' | 'directory' | 'events' | 'people' | 'volunteering'>;

/**
 * Plans what has come due in each feature that writes to people of its own: reminders of events, and where we can text, questions to listed groups.
 * Every process does it, as often as it likes: each key is planned once. What there is nothing more to plan for is
 * forgotten, and what was planned and is long over.
 */
export async function planApproaches(
  services: Planning,
  { words, now, canText }: { words: Words; now: Date; canText: boolean },
): Promise<void> {
  await planReminders(services, words, now);
  await services.volunteering.forgetUnanswered(now);
  if (canText) await planConfirmations(services, now);
  const before = forgottenBefore(now);
  await services.directory.upkeep.forgetNotArrived(before);
  await services.approaches.forget(before);
}

/** What a reminder says, and of what. */
interface ReminderOptions extends TellingOptions {
  readonly reminder: Omit<PlannedReminder, 'startsAt'> & { readonly startsAt: string };
}

/** Whether what was planned is still so when it is about to be said: a reminder may wait for hours until it can be sent. */
export async function stillHolds({ events }: Pick<Services, 'events'>, { options }: { readonly options: object }): Promise<boolean> {
  const { reminder } = options as Partial<ReminderOptions>;
  return reminder === undefined || events.reminderHolds({ ...reminder, startsAt: new Date(reminder.startsAt) });
}

/** The day before, or at once where a session is off. Planned first and marked after, by a key that is planned once; forgotten once it is over. */
async function planReminders({ events, approaches }: Planning, words: Words, now: Date): Promise<void> {
  const due = await events.remindersDue(now);
  for (const reminder of due) {
    const { id, about, contactPointId, session } = reminder;
    const { startsAt } = session;
    const options: ReminderOptions = {
      text: reminderInWords(reminder, words),
      reminder: { id, about, startsAt: startsAt.toISOString() },
    };
    const key = `event ${about} ${id} ${options.reminder.startsAt}`;
    await approaches.planWith({ key, with: { contactPointId }, dialog: tellingDialogId, options, dueAt: now, notAfter: startsAt });
  }
  await events.reminded(due);
  await events.forgetReminders();
}

/**
 * Each listed group about its listings once a quarter, a few at a time and no more than once a month. What was asked is recorded by the turn
 * that asks. Returns how many groups are to be asked.
 */
export async function planConfirmations(
  { directory, approaches, people }: Pick<Planning, 'directory' | 'approaches' | 'people'>,
  now: Date,
): Promise<number> {
  const due = Map.groupBy(await directory.upkeep.confirmationsDue(now), ({ number }) => number);
  const month = londonDay(now).slice(0, 7);
  for (const [address, listings] of due) {
    const options: ConfirmingOptions = { services: listings.slice(0, mostAskedAtOnce).map(({ serviceId }) => serviceId) };
    const key = `confirmation ${Buffer.from(people.lookup('sms', address)).toString('hex')} ${month}`;
    await approaches.plan({ key, channel: 'sms', address, dialog: confirmingDialogId, options, dueAt: now });
  }
  return due.size;
}
