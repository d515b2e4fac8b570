import type { FindNotice } from '#channels/teams/sender.ts';
import { stateOf } from '#consultations/state.ts';
import { noticeOf } from '#dialogs/notice/notice.ts';
import type { Words } from '#language/words.ts';
import type { Services } from './services.ts';

/** The notice of a consultation in a language, while it is open. */
export function createFindNotice({ consultations }: Pick<Services, 'consultations'>, words: Words, clock: () => Date): FindNotice {
  return async (key, language) => {
    const now = clock();
    const found = (await consultations.catalogueNow()).live.find((live) => live.key === key);
    return found && stateOf(found, now) === 'open' ? noticeOf(found.definition, language, { words, now }) : undefined;
  };
}
