import { confirmingDialogId } from '#dialogs/confirming/door.ts';
import { type TellingOptions, tellingDialogId } from '#dialogs/telling/index.ts';
import { reminderInWords } from '#events';
import type { Words } from '#language/words.ts';
import type { Services } from './services.ts';

type Planning = Pick<Services, 'approaches' | 'directory' | 'events'>;

/** Plans what has come due in each feature that writes to people of its own: reminders of events, and questions to listed groups. */
export async function planApproaches(services: Planning, words: Words, now: Date): Promise<void> {
  await planReminders(services, words, now);
  await planConfirmations(services, now);
}

/** The day before, or at once where a session is off. Planned first and marked after, by a key that is planned once; forgotten once it is over. */
async function planReminders({ events, approaches }: Planning, words: Words, now: Date): Promise<void> {
  const due = await events.remindersDue(now);
  for (const reminder of due) {
    const { id, about, contactPointId, session } = reminder;
    const options: TellingOptions = { text: reminderInWords(reminder, words) };
    const key = `event ${about} ${id} ${session.startsAt.toISOString()}`;
    await approaches.planWith({ key, with: { contactPointId }, dialog: tellingDialogId, options, dueAt: now });
  }
  await events.reminded(due);
  await events.forgetReminders();
}

/** Each listed group once a quarter, however many listings it has. Returns how many are asked. */
export async function planConfirmations({ directory, approaches }: Omit<Planning, 'events'>, now: Date): Promise<number> {
  const asked = new Map<string, string>();
  for (const due of await directory.upkeep.confirmationsDue(now)) {
    const id = await directory.upkeep.confirmationAsked(due);
    if (!asked.has(due.number)) asked.set(due.number, id);
  }
  for (const [address, id] of asked)
    await approaches.plan({ key: `confirmation:${id}`, channel: 'sms', address, dialog: confirmingDialogId, options: {}, dueAt: now });
  return asked.size;
}
