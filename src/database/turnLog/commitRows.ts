import type { ConsultationFact } from '#consultations/facts.ts';
import type { DecidedTurn } from './rows.ts';

/** What a batch of turns records, table by table; in each row `c` (of a turn, `id`) names the conversation. */
export type CommitRows = Readonly<
  Record<
    'turns' | 'messages' | 'newcomers' | 'started' | 'given' | 'takenBack' | 'aboutYou' | 'aboutYouBack' | 'submitted',
    readonly object[]
  >
>;

type Rows = { [Part in keyof CommitRows]: object[] };

export function rowsOf(turns: readonly DecidedTurn[]): CommitRows {
  const rows: Rows = {
    turns: [],
    messages: [],
    newcomers: [],
    started: [],
    given: [],
    takenBack: [],
    aboutYou: [],
    aboutYouBack: [],
    submitted: [],
  };
  for (const turn of turns) {
    const c = turn.conversation.id;
    rows.turns.push(turnRow(turn));
    if (turn.newcomer) rows.newcomers.push(newcomerRow(turn, turn.newcomer));
    for (const message of turn.messages) rows.messages.push(messageRow(c, message, turn.at));
    for (const fact of turn.facts) addFact(rows, c, fact, turn.at);
  }
  return rows;
}

function turnRow({ conversation: c }: DecidedTurn): object {
  return {
    id: c.id,
    version: c.version,
    last_sequence: c.lastSequence,
    language: c.language,
    state: c.state,
    response: c.responseId,
    about_you: c.aboutYouKey,
  };
}

function newcomerRow({ conversation }: DecidedTurn, newcomer: NonNullable<DecidedTurn['newcomer']>): object {
  return {
    c: conversation.id,
    point: conversation.contactPointId,
    person: newcomer.personId,
    channel: newcomer.channel,
    lookup: Buffer.from(newcomer.lookup).toString('hex'),
    address: Buffer.from(newcomer.address).toString('hex'),
  };
}

function messageRow(c: string, message: DecidedTurn['messages'][number], at: Date): object {
  const { sequence, direction, providerId, replyTo, activity } = message;
  return { c, sequence, direction, provider_id: providerId, reply_to: replyTo, activity, at };
}

function addFact(rows: Rows, c: string, fact: ConsultationFact, at: Date): void {
  switch (fact.kind) {
    case 'responseStarted': {
      const { id, consultationKey, versionNumber, respondentKey, reference, channel, language, place, council, minuteReference } =
        fact.response;
      const names = { consultation: consultationKey, version: versionNumber, respondent: respondentKey };
      rows.started.push({ c, id, ...names, reference, channel, language, place, council, minute: minuteReference, at });
      return;
    }
    case 'answerGiven': {
      const { responseId, questionKey, value, said, language } = fact;
      rows.given.push({ c, response: responseId, question: questionKey, value, said, language, at });
      return;
    }
    case 'answerTakenBack':
      rows.takenBack.push({ c, response: fact.responseId, question: fact.questionKey });
      return;
    case 'aboutYouGiven': {
      const { aboutYouKey, consultationKey, questionKey, value } = fact;
      rows.aboutYou.push({ c, holder: aboutYouKey, consultation: consultationKey, question: questionKey, value });
      return;
    }
    case 'aboutYouTakenBack':
      rows.aboutYouBack.push({ c, holder: fact.aboutYouKey, question: fact.questionKey });
      return;
    case 'responseSubmitted':
      rows.submitted.push({ c, response: fact.responseId, language: fact.language, at });
  }
}
