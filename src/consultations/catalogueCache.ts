import type { Catalogue } from './catalogue.ts';

/**
 * Keeps the catalogue in memory, and reads it again only where a turn saw another revision than the one held.
 * Whoever asks while a reading is under way waits for that one.
 */
export function createCatalogueCache(read: () => Promise<Catalogue>) {
  let held: Catalogue | undefined;
  let reading: Promise<Catalogue> | undefined;

  function readAgain(): Promise<Catalogue> {
    reading ??= read()
      .then((catalogue) => {
        held = catalogue;
        return catalogue;
      })
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  async function readAt(revision: number): Promise<Catalogue> {
    const joined = reading;
    const catalogue = await (joined ?? readAgain());
    // A reading that was under way may have begun before this revision was there. One of our own cannot have.
    return joined && catalogue.revision !== revision ? readAgain() : catalogue;
  }

  return {
    /** At once where the revision is the one held, which is nearly always. */
    at(revision: number): Catalogue | Promise<Catalogue> {
      return held?.revision === revision ? held : readAt(revision);
    },

    /** What was read last, if anything. */
    held: () => held,
  };
}
