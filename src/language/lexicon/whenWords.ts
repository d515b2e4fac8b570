import type { Language } from '#language/languages.ts';
import { defaultLanguage } from '#language/languages.ts';
import { keyed } from './phrases.ts';

/**
 * Words for stretches of days and parts of a day: kind and value, then the words. A stretch is of this week (0) or a later one; `days` is so many
 * from today on. A part with a day in it ("tonight") is `todayin`.
 */
const whenWords: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  'en-GB': keyed(`weekend 0: this weekend, at the weekend, the weekend, weekend, over the weekend, on the weekend, this wkend, wkend
    weekend 1: next weekend, the weekend after
    week 0: this week, in the week
    week 1: next week
    month 0: this month
    month 1: next month
    days 7: next few days, coming days, coming week, in the next few days, soon
    days 14: next two weeks, next 2 weeks, next fortnight, coming fortnight, this fortnight
    todayin morning: this morning
    todayin afternoon: this afternoon
    todayin evening: this evening, tonight, tonite
    part morning: morning, mornings, in the morning, in the mornings, am
    part afternoon: afternoon, afternoons, in the afternoon, in the afternoons, pm, after lunch, after school
    part evening: evening, evenings, in the evening, in the evenings, night, at night, after work`),
  pl: keyed(`weekend 0: w ten weekend, ten weekend, w weekend, weekend, na weekend
    weekend 1: w przyszły weekend, przyszły weekend, następny weekend
    week 0: w tym tygodniu, ten tydzień
    week 1: w przyszłym tygodniu, przyszły tydzień, następny tydzień
    month 0: w tym miesiącu
    month 1: w przyszłym miesiącu
    days 7: w najbliższych dniach, wkrótce, niedługo
    days 14: w ciągu dwóch tygodni, najbliższe dwa tygodnie
    todayin morning: dziś rano, dzisiaj rano
    todayin afternoon: dziś po południu, dzisiaj po południu
    todayin evening: dziś wieczorem, dzisiaj wieczorem, wieczorem dzisiaj
    part morning: rano, ranek, przed południem, z rana
    part afternoon: po południu, popołudnie
    part evening: wieczorem, wieczór, wieczorami`),
  ro: keyed(`weekend 0: weekendul acesta, în weekend, weekend, weekendul, la sfârșit de săptămână, sfârșitul săptămânii
    weekend 1: weekendul viitor, weekendul următor
    week 0: săptămâna asta, săptămâna aceasta
    week 1: săptămâna viitoare, săptămâna următoare
    month 0: luna asta, luna aceasta
    month 1: luna viitoare
    days 7: zilele următoare, în zilele următoare, în curând
    days 14: următoarele două săptămâni
    todayin morning: azi dimineață, astăzi dimineață
    todayin afternoon: azi după amiază, astăzi după amiază, azi după masă
    todayin evening: diseară, astă seară, azi seara
    part morning: dimineața, dimineață
    part afternoon: după amiaza, după amiază, după masă, după masa
    part evening: seara, seară`),
  lt: keyed(`weekend 0: šį savaitgalį, savaitgalį, savaitgalis, savaitgaliui
    weekend 1: kitą savaitgalį
    week 0: šią savaitę
    week 1: kitą savaitę
    month 0: šį mėnesį
    month 1: kitą mėnesį
    days 7: artimiausiomis dienomis, netrukus
    days 14: per dvi savaites, artimiausias dvi savaites
    todayin morning: šiandien ryte, šįryt
    todayin afternoon: šiandien po pietų
    todayin evening: šiandien vakare, šįvakar
    part morning: ryte, rytą, rytais
    part afternoon: po pietų, popiet
    part evening: vakare, vakarą, vakarais`),
};

/** The words that a person is heard in: their language's first, and English always. */
export function whenWordsOf(language: Language): readonly ReadonlyMap<string, string>[] {
  return language === defaultLanguage ? [whenWords[defaultLanguage]] : [whenWords[language], whenWords[defaultLanguage]];
}
