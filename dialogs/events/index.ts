import type { TurnContext } from 'botbuilder';
import { type Command, hearCommand } from '#language/hearing/commands.ts';
import { hearLanguage } from '#language/hearing/languageNames.ts';
import type { HearDoors, Opening } from '../door.ts';
import { saysFarewell } from '../farewell.ts';
import { hearListed, more } from '../hearListed.ts';
import { hearWhere, toldApart, whereOptions, whereText } from '../places/where.ts';
import type { Ended } from '../root.ts';
import { Dialog, type DialogContext, type DialogInstance, type DialogReason, type DialogTurnResult } from '../sdk.ts';
import { type Turn, turnOf } from '../turn.ts';
import { answerInSession } from './answer.ts';
import { type EventsOptions, eventsDialogId } from './door.ts';
import { type EventsServices, menu, putList } from './list.ts';
import { hearQuery, type Query, type QueryHeard } from './query.ts';
import { hearInSession, putSession, putWhatNext } from './session.ts';
import { type EventsState, emptyState } from './state.ts';

type Outcome = { readonly state: EventsState; readonly over?: Opening } | Ended;

/** What's on: a few at a time, by when, where and whom; one of them in full, for the calendar, and with a reminder. */
export class EventsDialog extends Dialog<EventsOptions> {
  readonly #services: EventsServices;
  readonly #hearDoors: HearDoors;

  constructor(services: EventsServices, hearDoors: HearDoors) {
    super(eventsDialogId);
    this.#services = services;
    this.#hearDoors = hearDoors;
  }

  override async beginDialog(dc: DialogContext, options?: EventsOptions): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    if (options?.key !== undefined) return keep(dc, await this.#put(turn, { ...emptyState, stage: 'session', sessionId: options.key }));
    const heard = options?.inWords ? await hearQuery(turn, this.#services.places) : undefined;
    return keep(dc, heard ? await this.#look(turn, emptyState, heard) : await putList(turn, this.#services, emptyState));
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const state = stateOf(dc.activeDialog);
    const command = hearCommand(turn.said, turn.language);
    const outcome = command ? await this.#obey(turn, state, command) : await this.#choose(turn, state);
    if (outcome && 'end' in outcome) return dc.endDialog(outcome);
    if (outcome) keep(dc, outcome.state);
    if (outcome?.over) return dc.beginDialog(outcome.over.dialog, outcome.over.options);
    if (outcome) return Dialog.EndOfTurn;

    const language = hearLanguage(turn.said);
    if (language) {
      turn.speak(language);
      turn.say('root.languageChanged');
      return keep(dc, await this.#put(turn, state));
    }
    const named = this.#hearDoors(turn);
    if (named?.sure && named.dialog !== eventsDialogId) return dc.replaceDialog(named.dialog, named.options);
    if (saysFarewell(turn)) {
      turn.say('root.anyTime');
      return dc.endDialog({ end: 'quiet' });
    }
    const heard = await hearQuery(turn, this.#services.places);
    const answered = await this.#answer(turn, state, heard);
    if (answered) return keep(dc, answered);
    if (heard.anew || heard.which.length > 0 || Object.keys(heard.query).length > 0) return keep(dc, await this.#look(turn, state, heard));
    turn.say('events.unclear');
    return keep(dc, await this.#put(turn, state));
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Ended): Promise<DialogTurnResult> {
    if (result) return dc.endDialog(result);
    const turn = turnOf(dc.context);
    const state = stateOf(dc.activeDialog);
    const put = await putWhatNext(turn, this.#services, state.sessionId ?? '');
    return put ? Dialog.EndOfTurn : keep(dc, await putList(turn, this.#services, state));
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    instance.state = { events: await this.#put(turnOf(context), stateOf(instance)) };
  }

  /** Answers what is asked of the event that they look at. Nothing where nothing is asked, or of others. */
  async #answer(turn: Turn, state: EventsState, heard: QueryHeard): Promise<EventsState | undefined> {
    const { stage, sessionId } = state;
    if (stage === 'session' && sessionId) return (await answerInSession(turn, this.#services, sessionId, heard)) ? state : undefined;
    if (heard.asked.length === 0 || heard.anew || heard.which.length > 0 || Object.keys(heard.query).length > 0) return undefined;
    turn.say('questions.pickFirst');
    return turn.room.buttons ? this.#put(turn, state) : state;
  }

  /** What was said adds to what was said before, unless they began anew. */
  async #look(turn: Turn, state: EventsState, { query, point, which, anew }: QueryHeard): Promise<EventsState> {
    const next = { ...emptyState, query: anew ? query : together(state.query, query) };
    if (which.length === 0) return putList(turn, this.#services, next, point);
    return this.#put(turn, { ...next, stage: 'which', which: { choices: toldApart(turn, which) } });
  }

  /** Puts once more what is being asked. */
  async #put(turn: Turn, state: EventsState): Promise<EventsState> {
    const { stage, sessionId, which } = state;
    if (stage === 'which' && which) {
      turn.ask({ about: 'events:which', text: whereText(turn, which), options: whereOptions(turn, which), answer: 'one' }, 0);
      return state;
    }
    if (stage === 'session' && sessionId && (await putSession(turn, this.#services, sessionId))) return state;
    return putList(turn, this.#services, state);
  }

  async #obey(turn: Turn, state: EventsState, command: Command): Promise<Outcome> {
    if (command === 'more' && state.stage === 'list') return this.#more(turn, state);
    if (command === 'help') {
      turn.say('events.help');
      return { state: await this.#put(turn, state) };
    }
    if (command === 'pause') {
      turn.say('root.anyTime');
      return { end: 'quiet' };
    }
    return command !== 'menu' && state.stage !== 'list' ? { state: await putList(turn, this.#services, state) } : { end: 'menu' };
  }

  async #more(turn: Turn, state: EventsState): Promise<Outcome> {
    const before = [...state.before, ...state.listed.map(({ eventId }) => eventId)];
    return { state: await putList(turn, this.#services, { ...state, before }) };
  }

  /** One of the options. Nothing where it is none of them. */
  async #choose(turn: Turn, state: EventsState): Promise<Outcome | undefined> {
    if (state.stage === 'which' && state.which) return this.#chooseWhich(turn, state);
    if (state.stage === 'session' && state.sessionId) {
      const heard = await hearInSession(turn, this.#services, state.sessionId);
      if (heard === 'back') return { state: await putList(turn, this.#services, state) };
      return heard && { state: { ...state, stage: 'session' }, ...(heard !== 'stay' && heard) };
    }
    const found = state.listed.map(({ sessionId, title }) => ({ key: sessionId, label: title }));
    const onward = found.length > 0 ? { key: more, label: turn.words('events.more') } : { key: menu, label: turn.words('events.menu') };
    const heard = hearListed(turn, found, [onward]);
    if (!heard.ok || !heard.sure) return undefined;
    if (heard.value === more) return this.#more(turn, state);
    if (heard.value === menu) return { end: 'menu' };
    const next: EventsState = { ...state, stage: 'session', sessionId: heard.value };
    return { state: await this.#put(turn, next) };
  }

  async #chooseWhich(turn: Turn, state: EventsState): Promise<Outcome | undefined> {
    const heard = await hearWhere(turn, this.#services.places, state.which ?? { choices: [] });
    if ('unclear' in heard) return undefined;
    if ('again' in heard) return { state: await this.#put(turn, { ...state, which: heard.again }) };
    const { near: _, ...rest } = state.query;
    const query = heard.near ? { ...rest, near: { key: heard.near.key, name: heard.near.name } } : rest;
    return { state: await putList(turn, this.#services, { ...state, query }, heard.near?.point) };
  }
}

/** What is said now counts; another day is not for the part of the day that was said before, nor another venue for its words. */
function together({ part, venue, words, ...before }: Query, said: Query): Query {
  return {
    ...before,
    ...(part && !said.days && { part }),
    ...(venue && !said.near && { venue }),
    ...(words && !said.venue && { words }),
    ...said,
  };
}

function stateOf(instance: DialogInstance | undefined): EventsState {
  return (instance?.state as { readonly events: EventsState } | undefined)?.events ?? emptyState;
}

function keep(dc: DialogContext, state: EventsState): DialogTurnResult {
  if (dc.activeDialog) dc.activeDialog.state = { events: state };
  return Dialog.EndOfTurn;
}
