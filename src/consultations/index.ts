import type { PrismaClient } from '#database/generated/client.ts';
import type { Fault } from '#files/fault.ts';
import type { Language } from '#language/languages.ts';
import type { Words } from '#language/words.ts';
import { type Catalogue, type LiveConsultation, openNow, type PublishedVersion, versionName } from './catalogue.ts';
import { createCatalogueCache } from './catalogueCache.ts';
import type { Definition } from './definition.ts';
import type { ResponseInHand } from './facts.ts';
import { feedbackInWords } from './feedback/inWords.ts';
import { createFeedbackStore } from './feedback/store.ts';
import { type Introduced, introduced } from './introduced.ts';
import { aboutYouKey, newReference, respondentKey } from './keys.ts';
import { createOffice } from './office.ts';
import { ConsultationRefused } from './refusal.ts';
import { createResults } from './results/index.ts';
import { createResultsStore } from './results/store.ts';
import { createResume, type ResumeNeeds } from './resume/index.ts';
import { isOver } from './state.ts';
import { createStore, type StoredConsultation, type StoredResponse, type StoredVersion } from './store.ts';

export { DefinitionRefused, type Fault, faultInWords } from '#files/fault.ts';
export { byKeyword, type Catalogue, definitionOf, type LiveConsultation, openNow, type PublishedVersion } from './catalogue.ts';
export type { Feedback } from './feedback/definition.ts';
export { type ParsedFeedback, parseFeedback } from './feedback/file.ts';
export { feedbackInWords } from './feedback/inWords.ts';
export { recordFeedbackApproved } from './feedback/store.ts';
export { respondentPads } from './keys.ts';
export { isKnownPlace, type PlacesKnown, unknownPlace } from './knownPlace.ts';
export { recordNoticeAnswer } from './notices/store.ts';
export { ConsultationRefused } from './refusal.ts';
export { shownCounts } from './results/disclosure.ts';
export type { Results } from './results/index.ts';
export { recordResumeFact } from './resume/store.ts';
export { isOver } from './state.ts';
export { recordWithdrawal } from './store.ts';

/** Seals what the database must not show by itself. `purpose` keeps one kind of secret from being taken for another. */
export interface Secrets {
  seal(purpose: string, plain: Uint8Array): Uint8Array;
  open(purpose: string, sealed: Uint8Array): Uint8Array;
}

export interface ConsultationsNeeds {
  readonly database: PrismaClient;
  readonly secrets: Secrets & ResumeNeeds['secrets'];
  readonly clock: () => Date;
  /** Words that the bot itself hears, in every language: no keyword may be one. */
  readonly reserved: readonly string[];
  readonly words: Words;
  /** What else has to hold in a file that is imported: that every question fits into the rooms of our channels. */
  readonly faultsIn?: (definition: Definition) => readonly Fault[];
}

export type Consultations = ReturnType<typeof createConsultations>;

export function createConsultations(needs: ConsultationsNeeds) {
  const store = createStore(needs.database);
  const secretOf = ({ key, secret }: { readonly key: string; readonly secret: Uint8Array }) =>
    needs.secrets.open(secretPurpose(key), secret);
  const cache = createCatalogueCache(async () => {
    const { revision, consultations } = await store.snapshot();
    return catalogueOf(revision, consultations, secretOf);
  });

  const resume = createResume(needs);

  async function inHand(found: StoredResponse | null): Promise<ResponseInHand | undefined> {
    if (!found) return undefined;
    const { id, consultationKey, versionNumber, reference, submittedAt, council } = found;
    const holder = aboutYouKey(secretOf({ key: consultationKey, secret: found.secret }), id);
    const answers = { ...found.answers, ...(await store.aboutYouAnswers(holder)) };
    return { id, aboutYouKey: holder, consultationKey, versionNumber, reference, submitted: submittedAt !== null, council, answers };
  }

  function introducing(live: LiveConsultation, language: Language, now: Date): Introduced {
    const speaking = { language, words: needs.words.bind(undefined, language) };
    const outcome = live.feedback && feedbackInWords(live.feedback, live.definition, speaking).text;
    return { ...introduced(live, language, now), ...(outcome !== undefined && { outcome }) };
  }

  return {
    ...resume,
    ...createFeedbackStore(needs.database),
    ...createOffice({ ...needs, store, seal: (key, secret) => needs.secrets.seal(secretPurpose(key), secret) }),
    ...createResults({ ...needs, resultsStore: createResultsStore(needs.database), secretOf }),
    isOver,
    respondentKey,
    aboutYouKey,
    newReference,

    /** The published consultations at the revision that a turn loaded. At once, nearly always: ask with `await`. */
    catalogue: (revision: number): Catalogue | Promise<Catalogue> => cache.at(revision),

    /** What a response was started with, however often the consultation was edited since. Throws where it was never published. */
    async version(key: string, number: number): Promise<PublishedVersion> {
      const definition = cache.held()?.versions.get(versionName(key, number)) ?? (await store.publishedDefinition(key, number));
      if (!definition) throw new ConsultationRefused('unknown', `There is no version ${number} of a consultation "${key}".`);
      return { key, version: number, definition };
    },

    /** The published consultations as they stand now, for whoever has no revision at hand. */
    catalogueNow: async (): Promise<Catalogue> => cache.at(await store.revision()),

    /** A published consultation as a page introduces it. */
    async introduce(key: string, language: Language): Promise<Introduced | undefined> {
      const { live } = await cache.at(await store.revision());
      const found = live.find((each) => each.key === key);
      return found && introducing(found, language, needs.clock());
    },

    /** Those that take responses now, as a page introduces them. */
    async introduceOpen(language: Language): Promise<readonly Introduced[]> {
      const now = needs.clock();
      return openNow(await cache.at(await store.revision()), now).map((each) => introducing(each, language, now));
    },

    /** The response that a person began or sent in a consultation, on whatever channel: by respondent key, hex. */
    async findResponse(consultationKey: string, respondentKeyHex: string): Promise<ResponseInHand | undefined> {
      const own = await store.findResponse(consultationKey, respondentKeyHex);
      if (own) return inHand(own);
      const resumed = await resume.findResumed(consultationKey, respondentKeyHex);
      return resumed === undefined ? undefined : inHand(await store.response(resumed));
    },

    response: async (id: string): Promise<ResponseInHand | undefined> => inHand(await store.response(id)),
  };
}

const secretPurpose = (key: string) => `consultation:${key}`;

type Published = StoredVersion & { readonly publishedAt: Date };

function catalogueOf(
  revision: number,
  consultations: readonly StoredConsultation[],
  secretOf: (consultation: StoredConsultation) => Uint8Array,
): Catalogue {
  const versions = new Map<string, Definition>();
  const live = consultations.flatMap((consultation): readonly LiveConsultation[] => {
    const { key, closedAt, feedback } = consultation;
    const published = consultation.versions.filter((version): version is Published => version.publishedAt !== null);
    for (const { number, definition } of published) versions.set(versionName(key, number), definition);
    const newest = published.at(-1);
    if (!newest) return [];
    const { number: version, definition, publishedAt } = newest;
    const told = feedback?.approvedAt ? { reportedAt: feedback.approvedAt, feedback: feedback.definition } : {};
    return [{ key, version, definition, publishedAt, closedAt, secret: secretOf(consultation), ...told }];
  });
  return { revision, live, versions };
}
