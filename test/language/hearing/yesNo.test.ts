import { hearYesNo } from '#language/hearing/yesNo.ts';
import { type Language, languages } from '#language/languages.ts';

const yes: Record<Language, string> = {
  'en-GB': `yes|Yes|YES!|y|ye|yeah|yep|yup|ya|aye|ok|okay|OK 👍|sure|of course|certainly|definitely|absolutely|correct|yes please|yes I do|yes, every week|yeah go on then|yesss|yes yes yes|👍|👍👍👍|👍🏽|✅|go on|go ahead|i do|i agree|why not
yes of course|ok yes|Yes, I go there with my kids|yes - all the time|yes thanks|sure thing|no doubt|i think so|I guess so|probably|Yes. More benches please|yeah sure|yep!!|Yes I would like more buses`,
  pl: `tak|TAK|Tak!|t|jasne|oczywiście|oczywiscie|pewnie|no tak|dobrze|zgadzam się|zgadzam sie|tak proszę|tak, co tydzień|tak tak|chyba tak|ok|yes|👍|no jasne|jak najbardziej|owszem`,
  ro: `da|DA|Da!|d|sigur|desigur|bineînțeles|bineinteles|de acord|da, vă rog|da, în fiecare săptămână|da da|cred că da|ok|yes|👍|cu siguranță`,
  lt: `taip|TAIP|Taip!|t|žinoma|zinoma|aišku|aisku|gerai|sutinku|taip, prašau|taip, kas savaitę|taip taip|manau, kad taip|jo|yes|👍|būtinai`,
};
const no: Record<Language, string> = {
  'en-GB': `no|No|NO!|n|nah|nope|no thanks|no thank you|never|not at all|no way|certainly not|of course not|definitely not|nooo|no no no|👎|👎👎|❌|not really|I don't think so|i dont|no, never|no I don't|No, I don't drive
no not at all|I disagree|no - too far|No. It is too far|nope sorry|not for me|probably not`,
  pl: `nie|NIE|Nie!|n|nie dziękuję|nie, dziękuję|nigdy|skąd|raczej nie|chyba nie|nie nie|nie, nigdy|oczywiście, że nie|nie zgadzam się|👎|nope|absolutnie nie`,
  ro: `nu|NU|Nu!|n|nu, mulțumesc|nu multumesc|niciodată|niciodata|deloc|nu nu|nu cred|cred că nu|bineînțeles că nu|nu sunt de acord|👎|no|nu, niciodată`,
  lt: `ne|NE|Ne!|n|ne, ačiū|ne aciu|niekada|nesutinku|tikrai ne|ne ne|manau, kad ne|jokiu būdu|👎|no|nelabai`,
};
const neither: Record<Language, string> = {
  'en-GB': `not sure|maybe|perhaps|yes and no|no and yes|yes no|no yes|no problem|no idea|no worries|it depends|sometimes|don't know|i dont know|👍👎|yes but not always|yes if it is dry|yes or no|half and half|both|neither|1|2|banana||?|no, yes|I went to the park yesterday
yes, no, I mean maybe|not no|im not sure|No comment|y/n|No one|yes unless it rains|not yes|yes, but only in summer|not always|the yes campaign|no but i would like to|ok so what is this about`,
  pl: `no|może|moze|nie wiem|tak i nie|nie jestem pewna|to zależy|zalezy|czasami|nie ma problemu|trudno powiedzieć|tak, ale nie zawsze|tak nie`,
  ro: `poate|nu știu|nu stiu|da și nu|da si nu|nu sunt sigur|depinde|uneori|nicio problemă|nu e problemă|da, dar nu mereu|da nu`,
  lt: `nu|gal|galbūt|galbut|nežinau|nezinau|taip ir ne|nesu tikras|priklauso|kartais|nėra problemų|taip, bet ne visada|taip ne`,
};

const rows = (table: Record<Language, string>) =>
  languages.flatMap((language) => table[language].split(/\||\n/).map((said) => [language, said] as const));

describe('yes and no', () => {
  it.each(rows(yes))('in %s, %j is a yes', (language, said) => {
    expect(hearYesNo(said, language)).toMatchObject({ ok: true, value: true });
  });

  it.each(rows(no))('in %s, %j is a no', (language, said) => {
    expect(hearYesNo(said, language)).toMatchObject({ ok: true, value: false });
  });

  it.each(rows(neither))('in %s, %j is neither', (language, said) => {
    expect(hearYesNo(said, language)).toEqual({ ok: false, reason: 'unclear' });
  });

  it.each(['yes', 'no', 'y', 'n', 'ok', 'nope', 'yes please', 'no thanks', '👍'])('%j is sure', (said) => {
    expect(hearYesNo(said, 'en-GB')).toMatchObject({ ok: true, sure: true });
  });

  it.each(['i think so', 'not really', 'probably', 'yes, every week', 'tak', 'why not'])('%j is read back', (said) => {
    expect(hearYesNo(said, 'en-GB')).toMatchObject({ ok: true, sure: false });
  });
});
