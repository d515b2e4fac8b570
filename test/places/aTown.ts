import { createReadStream } from 'node:fs';
import type { Places } from '#places';

const sample = new URL('../../prisma/sample/', import.meta.url);

/** The sample town's places and postcodes. Nothing of them is refused. */
export async function importSamplePlaces(places: Places): Promise<void> {
  for (const name of ['places.csv', 'postcodes.csv'])
    await places.importFrom(createReadStream(new URL(name, sample)), (line, reason) => {
      throw new Error(`${name}: line ${line} ${reason}`);
    });
}

/** A file as it comes in, in pieces of a few letters, so that a row is never whole. */
export async function* inPieces(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += 7) yield text.slice(from, from + 7);
}
