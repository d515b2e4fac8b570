import { isDeepStrictEqual } from 'node:util';
import { DefinitionRefused, type Fault } from '#files/fault.ts';
import { faultAt } from '#files/faultsInOrder.ts';
import type { Definition } from './definition.ts';
import { newSecret } from './keys.ts';
import { type ConsultationListed, listed } from './listed.ts';
import { type Parsed, parseDefinition } from './parse.ts';
import { ConsultationRefused } from './refusal.ts';
import { countsOf } from './results/counts.ts';
import { type ConsultationState, isOver, stateOf } from './state.ts';
import type { Store, StoredConsultation, StoredVersion } from './store.ts';

export interface OfficeNeeds {
  readonly store: Store;
  readonly clock: () => Date;
  readonly reserved: readonly string[];
  /** What else has to hold, beyond the file's own rules: that every question fits into the rooms of our channels. */
  readonly faultsIn?: ((definition: Definition) => readonly Fault[]) | undefined;
  /** Seals a new consultation's secret. */
  seal(key: string, secret: Uint8Array): Uint8Array;
}

export interface Imported {
  readonly key: string;
  readonly version: number;
  /** The draft that was there was replaced; or the file says what is published already, and nothing was changed. */
  readonly outcome: 'added' | 'replaced' | 'asPublished';
}

/** What an officer does with consultations as a whole. */
export function createOffice({ store, clock, reserved, seal, faultsIn = () => [] }: OfficeNeeds) {
  return {
    /** Takes a file in as a draft. Refuses with `DefinitionRefused`, naming every fault. */
    async importFile(source: string): Promise<Imported> {
      const parsed = parseDefinition(source, { reserved });
      if (!parsed.ok) throw new DefinitionRefused(parsed.faults);
      const { definition } = parsed;
      const misfits = faultsIn(definition).map((fault) => faultAt(fault, parsed));
      if (misfits.length > 0) throw new DefinitionRefused(misfits);

      const now = clock();
      return store.change(async (desk) => {
        const all = await desk.consultations();
        const known = all.find(({ key }) => key === definition.key);
        const faults = faultsAgainst(parsed, all, known, now);
        if (faults.length > 0) throw new DefinitionRefused(faults);

        if (!known) await desk.add(definition.key, seal(definition.key, newSecret()), now);
        const newest = known?.versions.at(-1);
        const { key } = definition;
        if (newest?.publishedAt && isDeepStrictEqual(newest.definition, asStored(definition)))
          return { key, version: newest.number, outcome: 'asPublished' };
        const outcome = newest?.publishedAt === null ? 'replaced' : 'added';
        const version = (newest?.number ?? 0) + (outcome === 'added' ? 1 : 0);
        await desk.putDraft(version, definition, now);
        return { key, version, outcome };
      });
    },

    /**
     * Publishes the draft. Where the newest version is published already, nothing changes. One whose closing time has passed may be
     * published, so that whoever texts its keyword hears when it closed: the state that comes back says so.
     */
    async publish(key: string): Promise<{ readonly key: string; readonly version: number; readonly state: ConsultationState }> {
      const now = clock();
      return store.change(async (desk) => {
        const all = await desk.consultations();
        const { newest, closedAt, feedback } = pick(all, key);
        if (closedAt) throw new ConsultationRefused('closed', `${key} was closed and stays closed; import it under another key.`);
        const { number: version, definition } = newest;
        if (newest.publishedAt) return { key, version, state: stateOf({ ...newest, closedAt, reportedAt: feedback?.approvedAt }, now) };

        const holder = keywordHolder(all, definition, now);
        if (holder)
          throw new ConsultationRefused('keyword-taken', `${definition.keyword} already starts ${holder}; choose another keyword.`);
        await desk.markPublished(key, version, now);
        return { key, version, state: stateOf({ publishedAt: now, closedAt, definition }, now) };
      });
    },

    /** Closes a consultation for good. Once more changes nothing: the time of the first closing is given back. */
    async close(key: string): Promise<{ readonly key: string; readonly closedAt: Date }> {
      const now = clock();
      return store.change(async (desk) => {
        const { closedAt, versions } = pick(await desk.consultations(), key);
        if (closedAt) return { key, closedAt };
        if (!versions.some(({ publishedAt }) => publishedAt))
          throw new ConsultationRefused('not-published', `${key} was never published; there is nothing to close.`);
        await desk.markClosed(key, now);
        return { key, closedAt: now };
      });
    },

    /** Every consultation, oldest first. */
    async list(): Promise<readonly ConsultationListed[]> {
      const now = clock();
      const [{ consultations }, counts] = await Promise.all([store.snapshot(), store.counts()]);
      return consultations.map((each) => listed(each, countsOf(each.key, counts), now));
    },
  };
}

type Consultations = readonly StoredConsultation[];

function pick(all: Consultations, key: string) {
  const found = all.find((each) => each.key === key);
  const newest = found?.versions.at(-1);
  if (!found || !newest) throw new ConsultationRefused('unknown', `There is no consultation "${key}".`);
  return { ...found, newest };
}

/** A definition as it comes back from the database. */
function asStored(definition: Definition): unknown {
  return JSON.parse(JSON.stringify(definition));
}

/** The key of another consultation that a keyword starts already: published or drafted, and not over. */
function keywordHolder(all: Consultations, { key, keyword }: Definition, now: Date): string | undefined {
  return all.find(
    (other) =>
      other.key !== key && other.versions.some((version) => version.definition.keyword === keyword && inForce(other, version, now)),
  )?.key;
}

/** Is this version what the consultation goes by, or would it be if it were published? */
function inForce({ versions, closedAt }: StoredConsultation, version: StoredVersion, now: Date): boolean {
  const newestPublished = versions.findLast(({ publishedAt }) => publishedAt);
  if (version !== newestPublished && version.publishedAt) return false;
  return !isOver({ ...version, closedAt }, now);
}

function faultsAgainst(
  parsed: Extract<Parsed, { ok: true }>,
  all: Consultations,
  known: Consultations[number] | undefined,
  now: Date,
): readonly Fault[] {
  const { definition } = parsed;
  const fault = (path: string, reason: string) => faultAt({ path, reason }, parsed);
  const closed = known?.closedAt ? [fault('key', `"${definition.key}" was closed, and keys are never reused; choose another`)] : [];
  const holder = keywordHolder(all, definition, now);
  return holder ? [...closed, fault('keyword', `"${definition.keyword}" already starts "${holder}"; choose another`)] : closed;
}
