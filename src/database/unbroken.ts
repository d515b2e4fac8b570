import { isBroken } from './away.ts';

/** As many connections may have broken at the same moment: see `pool.ts`. */
const mostTries = 5;

/** Does it again on another connection where one broke under it: for what may be done twice. */
export async function unbroken<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (reason) {
      if (tries === mostTries || !isBroken(reason)) throw reason;
    }
  }
}
