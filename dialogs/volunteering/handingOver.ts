import { randomUUID } from 'node:crypto';
import { hearOption } from '#language/hearing/options.ts';
import { hearMobile } from '#language/hearing/phones.ts';
import { consentWording } from '#volunteering/facts.ts';
import { hearConsent } from '../consultation/hearChoice.ts';
import { enquiryDialogId } from '../enquiry/door.ts';
import { answerOf, askedOfThis } from '../questions.ts';
import { textIt, textItOption, textingOf } from '../texting/door.ts';
import { firstNameIn } from './firstName.ts';
import { inFull, knownOf, linesToText } from './inWords.ts';
import { askOne, type Onward, type Stage, type Step } from './step.ts';

/** A first name, not a life. Characters. */
const longestName = 40;

const getInTouch = 'getInTouch';
const toTheList = 'toTheList';

/** One opportunity in full. */
export const one: Stage = {
  async put(step) {
    const { turn, services, state } = step;
    const found = await services.volunteering.find(state.chosen ?? '');
    if (!found) {
      askOne(step, turn.words('volunteering.gone'), [{ key: toTheList, label: turn.words('volunteering.back') }]);
      return;
    }
    const text = inFull(turn, found, await services.volunteering.repliesIn(found.organisation));
    if (!found.reachable && found.email) turn.say('volunteering.writeTo', { email: found.email, organisation: found.organisation });
    askOne(step, text, options(step, found.reachable));
  },

  async hear(step) {
    const found = await step.services.volunteering.find(step.state.chosen ?? '');
    const offered = options(step, found?.reachable ?? false);
    const heard = hearOption(
      step.turn.said,
      offered.map(({ key, label }) => ({ key, labels: [label] })),
      step.turn.language,
    );
    const asked = heard.ok ? undefined : askedOfThis(step.turn);
    if (asked && found) {
      step.turn.tell(answerOf(step.turn, asked, knownOf(step.turn, found)));
      return { answered: true };
    }
    if (!heard.ok) return { unclear: 'prompts.unclearChoice', args: { count: offered.length } };
    const { texting } = step.services;
    if (heard.value === textIt && texting && found)
      return { over: textingOf(step.turn, texting, found.title, linesToText(step.turn, found)) };
    return heard.value === getInTouch ? { to: 'consent' } : { to: 'list' };
  },

  back: 'list',
  mayLeave: true,
};

/** Without saying once more what was said of it. */
export async function putWhatNext(step: Step): Promise<void> {
  const found = await step.services.volunteering.find(step.state.chosen ?? '');
  askOne(step, step.turn.words('services.whatNext'), options(step, found?.reachable ?? false));
}

function options({ turn, services }: Step, reachable: boolean) {
  const reach = reachable ? [{ key: getInTouch, label: turn.words('volunteering.getInTouch') }] : [];
  return [...reach, ...textItOption(turn, services.texting), { key: toTheList, label: turn.words('volunteering.back') }];
}

/** Nothing is handed over without a clear yes to what exactly, to whom and for how long. */
export const consent: Stage = {
  async put(step) {
    const { turn, services, state } = step;
    const found = await services.volunteering.find(state.chosen ?? '');
    askOne(step, turn.words('volunteering.consent', { organisation: found?.organisation ?? '' }), consentOptions(step));
  },

  async hear(step) {
    const yes = hearConsent(step.turn, consentOptions(step));
    if (yes === undefined) return { unclear: 'prompts.unclearYesNo' };
    return { to: yes ? 'name' : 'one' };
  },

  back: 'one',
};

function consentOptions({ turn }: Step) {
  return [
    { key: 'yes', label: turn.words('volunteering.consentYes') },
    { key: 'no', label: turn.words('volunteering.consentNo') },
  ];
}

export const name: Stage = {
  async put({ turn }) {
    turn.ask({ about: 'volunteering:name', text: turn.words('volunteering.name'), options: [], answer: 'line' }, 0);
  },

  async hear(step) {
    const { turn, state, services } = step;
    turn.keepNothing();
    const said = firstNameIn(turn);
    if (said === '' || said.length > longestName) return { unclear: 'volunteering.nameUnclear' };
    // Whoever texts is reached by the number that they text from.
    const name = services.volunteering.seal(said);
    if (turn.room.isTheirPhone) return handOver(step, name, { contactPointId: turn.contactPointId });
    state.sealedName = Buffer.from(name).toString('base64');
    return { to: 'contact' };
  },

  back: 'one',
  ownWords: true,
};

export const contact: Stage = {
  async put({ turn }) {
    turn.ask({ about: 'volunteering:contact', text: turn.words('volunteering.contact'), options: [], answer: 'line' }, 0);
  },

  async hear(step) {
    const { turn, state, services } = step;
    turn.keepNothing();
    const said = turn.said.trim();
    const mobile = hearMobile(said);
    const isNumber = mobile.ok || mobile.reason !== 'not-a-number';
    const isEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(said) && said.length <= 120;
    if (!isNumber && !isEmail) return { unclear: 'volunteering.contactUnclear' };
    if (state.sealedName === undefined) return { to: 'name' };
    return handOver(step, Buffer.from(state.sealedName, 'base64'), { sealed: services.volunteering.seal(said) });
  },

  back: 'name',
  ownWords: true,
};

/** The wish becomes a fact, and the group is texted in the morning or at once, by the send window. */
async function handOver(
  { turn, state, services }: Step,
  name: Uint8Array,
  contact: { readonly contactPointId: string } | { readonly sealed: Uint8Array },
): Promise<Onward> {
  const { volunteering } = services;
  const opportunityId = state.chosen ?? '';
  const [found, group] = await Promise.all([volunteering.find(opportunityId), volunteering.groupOf(opportunityId)]);
  delete state.sealedName;
  if (!found || !group) return { to: 'one' };
  const enquiryId = randomUUID();
  turn.record({ kind: 'enquiryMade', enquiryId, opportunityId, name, contact, consent: consentWording });
  const options = { enquiryId };
  turn.record({ kind: 'approachPlanned', key: `enquiry ${enquiryId}`, with: group, dialog: enquiryDialogId, options, dueAt: turn.now });
  const days = await volunteering.repliesIn(found.organisation);
  turn.say('volunteering.handedOver', { organisation: found.organisation });
  if (days !== undefined) turn.say('volunteering.repliesInSentence', { days });
  return { end: 'quiet' };
}
