/** SQLSTATE classes and Node and Prisma codes that say: the database cannot be reached, or is just going down or coming up. */
const awayCodes = /^(08|57P0[123]|53300|ECONN|ENOENT|EPIPE|ETIMEDOUT|EAI_|P1001|P1002|P1008|P1017|P2024|P2028)/;
const awayWords =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|the database system is|can't reach database/i;

/** Whether an error means that the database is away for the moment, so that trying again later makes sense. */
export function isAway(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  const { code, cause } = reason as { code?: unknown; cause?: unknown };
  return awayCodes.test(String(code ?? '')) || awayWords.test(reason.message) || (cause !== reason && isAway(cause));
}
