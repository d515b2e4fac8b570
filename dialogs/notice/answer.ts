import { londonDay, londonDayStart } from '#calendar/londonDay.ts';
import { dayLabel } from '#consultations/label.ts';
import { reminderDay } from '#consultations/notices/reminder.ts';
import { lastDayInWords } from '#language/dates.ts';
import { textIn } from '#language/languages.ts';
import { consultationDialogId } from '../consultation/door.ts';
import { sayIfNotOpen } from '../consultation/enter.ts';
import type { Opening } from '../door.ts';
import type { Turn } from '../turn.ts';
import { type NoticeOptions, noticeDialogId } from './index.ts';
import type { NoticePressed } from './notice.ts';

/** What follows from a button of a notice, now or weeks later: a fact and a word of thanks, or the consultation itself. */
export function answerNotice(turn: Turn, { key, action }: NoticePressed): Opening | undefined {
  const consultation = turn.catalogue.live.find((live) => live.key === key);
  if (!consultation) {
    turn.say('notice.gone');
    return undefined;
  }
  if (!sayIfNotOpen(turn, consultation)) return undefined;
  const { definition } = consultation;
  const title = textIn(definition.title, turn.language);
  const closesAt = new Date(definition.closesAt);
  const date = lastDayInWords(closesAt, turn.language);
  const reminderKey = `notice:${key}:${turn.contactPointId}`;
  const record = (answer: 'noComment' | 'council' | 'remind', remindOn?: string) =>
    turn.record({
      kind: 'noticeAnswered',
      contactPointId: turn.contactPointId,
      consultationKey: key,
      answer,
      ...(remindOn && { remindOn }),
    });

  switch (action) {
    case 'respond':
      return { dialog: consultationDialogId, options: { key } };
    case 'noComment':
      record('noComment');
      turn.record({ kind: 'approachDropped', key: reminderKey });
      turn.say('notice.noCommentNoted', { title, keyword: definition.keyword });
      return undefined;
    case 'council':
      record('council');
      turn.say('notice.councilNoted', { title, date, keyword: definition.keyword });
      return undefined;
    case 'remind': {
      const remindOn = reminderDay(closesAt, londonDay(turn.now));
      if (turn.optedOut) turn.say('notice.stopped', { title, date, keyword: definition.keyword });
      else if (remindOn === undefined) turn.say('notice.tooLateToRemind', { title, date, keyword: definition.keyword });
      else {
        record('remind', remindOn);
        turn.record({
          kind: 'approachPlanned',
          key: reminderKey,
          with: { contactPointId: turn.contactPointId },
          dialog: noticeDialogId,
          options: { key } satisfies NoticeOptions,
          dueAt: londonDayStart(remindOn),
        });
        turn.say('notice.willRemind', { title, date: dayLabel(remindOn, turn.language), keyword: definition.keyword });
      }
      return undefined;
    }
    case 'stop':
      return undefined;
  }
}
