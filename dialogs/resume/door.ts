import { type HeardCode, hearCode } from '#consultations/resume/code.ts';
import { plain } from '#language/hearing/clean.ts';
import type { Door, Opening } from '../door.ts';

export const resumeDialogId = 'resume';

/** What resuming begins with: a code that was said, or what is none but for a slip; nothing where somebody asks for theirs. */
export interface ResumeOptions {
  readonly code?: string;
  readonly mistyped?: true;
}

/** What is given as a code and nothing else. */
export const codeOpens = (written: string): Opening => openedBy(hearCode(written) ?? 'mistyped');

function openedBy(heard: HeardCode): Opening {
  const options: ResumeOptions = heard === 'mistyped' ? { mistyped: true } : heard;
  return { dialog: resumeDialogId, options };
}

/** A code goes on with what was begun elsewhere; "code" tells one's own. */
export const resumeDoor: Door = {
  entries: () => [],

  hear(turn) {
    const heard = hearCode(turn.said);
    if (heard) return { ...openedBy(heard), sure: true, asTaught: heard !== 'mistyped' };
    const asked = turn.words('resume.asking').split(',').map(plain).includes(plain(turn.said));
    return asked && turn.inHand ? { dialog: resumeDialogId, options: {}, sure: true, asTaught: false } : undefined;
  },
};
