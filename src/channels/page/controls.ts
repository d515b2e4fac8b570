import { type Html, html } from '#http/html.ts';
import type { AskedOption, Asks, LineKind } from '../channel.ts';
import type { Say } from './layout.ts';

/** Where the first control of a question is, so that an error can lead to it. */
export const firstControl = 'answer';

export interface Answering {
  readonly asks: Asks;
  /** What was given before and not taken: it is still there. */
  readonly given: string;
  /** The ids of what describes the question, apart by spaces; nothing where nothing does. */
  readonly describedBy: string;
  readonly say: Say;
}

/** What the question is answered with. */
export function controls(answering: Answering): Html {
  switch (answering.asks.answer) {
    case 'one':
      return choices(answering, 'radio');
    case 'several':
      return choices(answering, 'checkbox');
    case 'ranked':
      return places(answering);
    case 'line':
      return line(answering);
    default:
      return html`<textarea id="${firstControl}" name="say" rows="6"${describing(answering)}${invalid(answering)}>
${answering.given}</textarea>`;
  }
}

/** Whether the controls are several with one question over them. */
export function isGroup({ answer }: Asks): boolean {
  return answer === 'one' || answer === 'several' || answer === 'ranked';
}

function choices({ asks, given }: Answering, type: 'radio' | 'checkbox'): Html {
  const chosen = given.split('\n');
  const items = asks.options.map((option, place) => {
    const id = place === 0 ? firstControl : `${firstControl}-${place + 1}`;
    const checked = chosen.includes(sayingOf(option)) && html` checked`;
    return html`<div class="choice"><input type="${type}" id="${id}" name="say" value="${sayingOf(option)}"${checked}><label for="${id}">${option.label}</label></div>
`;
  });
  return html`<div class="choices">
${items}</div>`;
}

/** A list for each place, best first; a place may be left empty. */
function places({ asks, given, say }: Answering): Html {
  const chosen = given.split('\n');
  const count = asks.atMost ?? asks.options.length;
  const lists = Array.from({ length: count }, (_, place) => {
    const id = place === 0 ? firstControl : `${firstControl}-${place + 1}`;
    const options = asks.options.map((option) => {
      const selected = chosen[place] === sayingOf(option) && html` selected`;
      return html`<option value="${sayingOf(option)}"${selected}>${option.label}</option>
`;
    });
    return html`<div class="place"><label for="${id}">${say('prompts.rank', { place: place + 1 })}</label>
<select id="${id}" name="place${place + 1}">
<option value="">${say('plain.noneChosen')}</option>
${options}</select></div>
`;
  });
  return html`${lists}`;
}

function line(answering: Answering): Html {
  const { inputmode, autocomplete, width } = lines[answering.asks.line ?? 'other'];
  const keyboard = inputmode && html` inputmode="${inputmode}"`;
  return html`<input type="text" id="${firstControl}" name="say" value="${answering.given}" class="${width}"${keyboard} autocomplete="${autocomplete}" spellcheck="false"${describing(answering)}${invalid(answering)}>`;
}

interface Line {
  readonly inputmode?: 'numeric' | 'decimal';
  readonly autocomplete: 'postal-code' | 'off';
  readonly width: 'narrow' | 'middling';
}

/** A date may be written in words, and a number below 0 needs a sign that the keyboards for numbers do not have. */
const lines: Readonly<Record<LineKind, Line>> = {
  digits: { inputmode: 'numeric', autocomplete: 'off', width: 'narrow' },
  decimal: { inputmode: 'decimal', autocomplete: 'off', width: 'narrow' },
  date: { autocomplete: 'off', width: 'middling' },
  postcode: { autocomplete: 'postal-code', width: 'narrow' },
  other: { autocomplete: 'off', width: 'middling' },
};

function describing({ describedBy }: Answering) {
  return describedBy !== '' && html` aria-describedby="${describedBy}"`;
}

function invalid({ asks }: Answering) {
  return asks.refused && html` aria-invalid="true"`;
}

function sayingOf({ label, say }: AskedOption): string {
  return say ?? label;
}
