import type { Inbound, Reply } from '#channels/channel.ts';
import type { Catalogue } from '#consultations';
import { afterFact } from '#consultations/afterFact.ts';
import type { ResponseInHand } from '#consultations/facts.ts';
import { fitPage } from '#dialogs/asking.ts';
import type { Turn } from '#dialogs/turn.ts';
import { keptWords, notKept } from '#language/hearing/keptWords.ts';
import type { Language } from '#language/languages.ts';
import type { Words } from '#language/words.ts';
import type { OutcomesStanding } from '#people/outcomes.ts';
import { type Fact, isConsultationFact } from './facts.ts';

/** What a turn begins with. */
export interface TurnBeginning {
  readonly inbound: Inbound;
  readonly now: Date;
  readonly said: string;
  readonly first: boolean;
  readonly turnsBefore: number;
  readonly language: Language;
  readonly contactPointId: string;
  readonly optedOut: boolean;
  readonly cameBack: boolean;
  readonly inHand: ResponseInHand | undefined;
  readonly outcomes: OutcomesStanding | undefined;
  readonly catalogue: Catalogue;
  readonly words: Words;
}

/** A turn under way, and what it has gathered so far. */
export interface TurnInHand extends Turn {
  readonly replies: Reply[];
  readonly facts: Fact[];
  /** What the last of the replies asks: see `Asking.about`. */
  readonly asked: string | undefined;
  record(fact: Fact): void;
}

/** What changes as a turn goes on. */
interface Changing {
  language: Language;
  inHand: ResponseInHand | undefined;
  asked: string | undefined;
  kept: string;
}

export function turnInHand({ inbound, words, ...beginning }: TurnBeginning): TurnInHand {
  const replies: Reply[] = [];
  const facts: Fact[] = [];
  let refused = false;
  const { room } = inbound;

  // Plain properties, no getters: V8 keeps an object that has some of its own, and the whole turn with it, until the next full collection.
  const turn: Omit<TurnInHand, keyof Changing> & Changing = {
    language: beginning.language,
    inHand: beginning.inHand,
    asked: undefined,
    now: beginning.now,
    said: beginning.said,
    kept: keptWords(beginning.said),
    first: beginning.first,
    turnsBefore: beginning.turnsBefore,
    room,
    channel: inbound.channel,
    contactPointId: beginning.contactPointId,
    optedOut: beginning.optedOut,
    cameBack: beginning.cameBack,
    outcomes: beginning.outcomes,
    catalogue: beginning.catalogue,
    replies,
    facts,
    words: (key, args) => words(turn.language, key, args),
    say: (key, args) => turn.tell(turn.words(key, args)),
    refuse(key, args) {
      refused = true;
      turn.say(key, args);
    },
    tell: (text) => void replies.push({ type: 'message', text }),
    ask(asking, page) {
      const { text: _, ...asks } = asking;
      const text = fitPage(asking, page, room, turn.words('turn.more'));
      replies.push({
        type: 'message',
        text,
        ...(room.buttons && { asks: { ...asks, ...(refused && { refused }), language: turn.language } }),
      });
      turn.asked = asking.about;
    },
    speak(spoken) {
      turn.language = spoken;
    },
    keepNothing() {
      turn.kept = notKept;
    },
    record(fact) {
      facts.push(fact);
      if (isConsultationFact(fact)) turn.inHand = afterFact(turn.inHand, fact);
    },
  };
  return turn;
}
