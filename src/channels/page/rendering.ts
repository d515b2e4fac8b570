import { type Html, html } from '#http/html.ts';
import type { Asks } from '../channel.ts';
import { controls, firstControl, isGroup } from './controls.ts';
import { asTyped, type FormName } from './formName.ts';
import type { Say } from './layout.ts';
import { linked } from './linked.ts';
import type { Question } from './standing.ts';

export interface QuestionShown {
  readonly question: Question;
  /** Why the answer before was not taken. */
  readonly errors: readonly string[];
  /** What the person gave then. */
  readonly given: string;
  readonly form: FormName;
  readonly say: Say;
}

/** A question as a form: its words are the heading of the page and the name of what it is answered with. */
export function questionForm({ question, errors, given, form, say }: QuestionShown): Html {
  const { text, asks } = question;
  const hints = [asks.hint, asks.help].filter((hint) => hint !== undefined && hint !== '');
  const describedBy = [hints.length > 0 && 'hint', errors.length > 0 && 'error'].filter(Boolean).join(' ');
  const hint = hints.length > 0 && html`<div id="hint" class="hint">${hints.map((each) => html`<p>${linked(each ?? '')}</p>\n`)}</div>`;
  const error =
    errors.length > 0 &&
    html`<p id="error" class="error"><span class="unseen">${say('plain.error')}</span> ${linked(errors.join('\n'))}</p>`;
  const answering = controls({ asks: errors.length > 0 ? { ...asks, refused: true } : asks, given, describedBy, say });
  const described = describedBy !== '' && html` aria-describedby="${describedBy}"`;
  return html`<form method="post" action="${form.path}" novalidate>
${asTyped(form)}<input type="hidden" name="about" value="${asks.about}">
${
  isGroup(asks)
    ? html`<fieldset${described}>
<legend><h1>${linked(text)}</h1></legend>
${hint}
${error}
${answering}
</fieldset>`
    : html`<h1><label for="${firstControl}">${linked(text)}</label></h1>
${hint}
${error}
${answering}`
}
${buttons(asks, say)}
</form>`;
}

/** The first is what Enter presses. Commands are understood in English whatever the language. */
function buttons({ skip }: Asks, say: Say): Html {
  return html`<div class="buttons">
<button>${say('plain.continue')}</button>
${skip && html`<button class="second" name="press" value="${skip.say ?? skip.label}">${skip.label}</button>`}
<button class="second" name="press" value="back">${say('plain.back')}</button>
<button class="second" name="press" value="pause">${say('plain.pause')}</button>
</div>`;
}

/** Why an answer was not taken, before everything else on the page: browsers move the focus here by themselves. It leads to `field`, an id. */
export function errorSummary(errors: readonly string[], say: Say, field = firstControl): Html | false {
  return (
    errors.length > 0 &&
    html`<div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="errors">
<h2 id="errors">${say('plain.problem')}</h2>
<p><a href="#${field}">${errors.join(' ')}</a></p>
</div>`
  );
}

/** What we said, in paragraphs. */
export function told(texts: readonly string[]): Html | false {
  return texts.length > 0 && html`<div class="told">${texts.map((text) => html`<p>${linked(text)}</p>\n`)}</div>`;
}
