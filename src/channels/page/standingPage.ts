import { html } from '#http/html.ts';
import type { Words } from '#language/words.ts';
import type { FormName } from './formName.ts';
import { languageButtons } from './languageLinks.ts';
import { layout, saying } from './layout.ts';
import type { Introduced } from './needs.ts';
import { errorSummary, questionForm, told } from './rendering.ts';
import { onwards } from './rest.ts';
import type { Question, Standing } from './standing.ts';

export interface StandingShown {
  readonly standing: Standing;
  readonly consultation: Pick<Introduced, 'title' | 'keyword'>;
  readonly form: FormName;
  readonly words: Words;
  /** What else there is to say to them now. */
  readonly notices?: readonly string[];
  /** What could not be heard at all, and why: it is not in the log. */
  readonly unheard?: { readonly given: string; readonly errors: readonly string[] };
}

/** Where a conversation stands: what was just said, and the question; or how to come back where nothing is asked. */
export function standingPage(shown: StandingShown): string {
  const { question } = shown.standing;
  return question ? questionPage(shown, question) : restPage(shown);
}

function questionPage(
  { standing, consultation: { title }, form, words, notices = [], unheard }: StandingShown,
  question: Question,
): string {
  const { language } = standing;
  const say = saying(words, language);
  const { refused } = question.asks;
  const errors = unheard?.errors ?? (refused ? standing.told : []);
  const given = unheard?.given ?? (refused ? standing.said : '');
  const heading = `${question.text} - ${title}`;
  return layout({
    language,
    say,
    title: errors.length > 0 ? `${say('plain.error')} ${heading}` : heading,
    languages: languageButtons(form, language),
    main: html`<p class="which">${title}</p>
${errorSummary(errors, say)}
${told([...notices, ...(refused ? [] : standing.told)])}
${questionForm({ question, errors, given, form, say })}`,
  });
}

function restPage({ standing, consultation, form, words, unheard }: StandingShown): string {
  const { language } = standing;
  const say = saying(words, language);
  const { title } = consultation;
  return layout({
    language,
    say,
    title,
    languages: html``,
    main: html`<h1>${title}</h1>
${errorSummary(unheard?.errors ?? [], say)}
${told(standing.told)}
${onwards(consultation, form, say)}`,
  });
}
