import type { Inbound, Reply } from '#channels/channel.ts';
import type { Catalogue } from '#consultations';
import { afterFact } from '#consultations/afterFact.ts';
import type { ResponseInHand } from '#consultations/facts.ts';
import { fitPage } from '#dialogs/asking.ts';
import type { Turn } from '#dialogs/turn.ts';
import type { Language } from '#language/languages.ts';
import type { Words } from '#language/words.ts';
import { type Fact, isConsultationFact } from './facts.ts';

/** What a turn begins with. */
export interface TurnBeginning {
  readonly inbound: Inbound;
  readonly now: Date;
  readonly said: string;
  readonly first: boolean;
  readonly language: Language;
  readonly contactPointId: string;
  readonly inHand: ResponseInHand | undefined;
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

export function turnInHand({ inbound, words, ...beginning }: TurnBeginning): TurnInHand {
  let { language, inHand } = beginning;
  const replies: Reply[] = [];
  const facts: Fact[] = [];
  let asked: string | undefined;
  let refused = false;
  const { room } = inbound;

  const turn: TurnInHand = {
    now: beginning.now,
    said: beginning.said,
    first: beginning.first,
    room,
    channel: inbound.channel,
    contactPointId: beginning.contactPointId,
    catalogue: beginning.catalogue,
    replies,
    facts,
    get asked() {
      return asked;
    },
    get language() {
      return language;
    },
    get inHand() {
      return inHand;
    },
    words: (key, args) => words(language, key, args),
    say: (key, args) => turn.tell(words(language, key, args)),
    refuse(key, args) {
      refused = true;
      turn.say(key, args);
    },
    tell: (text) => void replies.push({ type: 'message', text }),
    ask(asking, page) {
      const { text: _, ...asks } = asking;
      const text = fitPage(asking, page, room, turn.words('turn.more'));
      replies.push({ type: 'message', text, ...(room.buttons && { asks: { ...asks, ...(refused && { refused }), language } }) });
      asked = asking.about;
    },
    speak(spoken) {
      language = spoken;
    },
    record(fact) {
      facts.push(fact);
      if (isConsultationFact(fact)) inHand = afterFact(inHand, fact);
    },
  };
  return turn;
}
