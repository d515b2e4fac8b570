import { hearCode } from '#consultations/resume/code.ts';
import { plain } from '#language/hearing/clean.ts';
import type { Door } from '../door.ts';

export const resumeDialogId = 'resume';

/** What resuming begins with: a code that was said, or what is none but for a slip; nothing where somebody asks for theirs. */
export interface ResumeOptions {
  readonly code?: string;
  readonly mistyped?: true;
}

/** A code goes on with what was begun elsewhere; "code" tells one's own. */
export const resumeDoor: Door = {
  entries: () => [],

  hear(turn) {
    const heard = hearCode(turn.said);
    if (heard === 'mistyped')
      return { dialog: resumeDialogId, options: { mistyped: true } satisfies ResumeOptions, sure: true, asTaught: false };
    if (heard) return { dialog: resumeDialogId, options: { code: heard.code } satisfies ResumeOptions, sure: true, asTaught: true };
    const asked = turn.words('resume.asking').split(',').map(plain).includes(plain(turn.said));
    return asked && turn.inHand ? { dialog: resumeDialogId, options: {}, sure: true, asTaught: false } : undefined;
  },
};
