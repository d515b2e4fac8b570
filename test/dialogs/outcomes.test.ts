import { smsRoom } from '#channels/sms/room.ts';
import { fitPage } from '#dialogs/asking.ts';
import { offered } from '#dialogs/outcomes/offer.ts';
import { languages } from '#language/languages.ts';
import { loadWords } from '#language/words.ts';

/** As long as `COUNCIL_NAME` may be. */
const longestName = 'Thornby, Ashwell Green and the Cotes Joint Parish Council UK';
const words = loadWords();
const room = smsRoom();

test.each(languages)('the question fits two texts with its answers, whatever the council is called: %s', (language) => {
  expect(longestName).toHaveLength(60);
  const asking = offered({ room, words: words.bind(undefined, language) }, longestName);
  const text = fitPage(asking, 0, room, words(language, 'turn.more'));
  expect(text.split('\n').slice(1)).toEqual(asking.options.map(({ label }, place) => `${place + 1} ${label}`));
  expect(text).toContain(longestName);
  expect(room.fits(text)).toBe(true);
});
