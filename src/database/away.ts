/** PostgreSQL: connection (08), resources (53), going down or coming up (57P), file system (58), and a standby where the first should be. */
const awayStates = /^(08|53|57P0[1-5]|58|25006)/;
/** Node's and Prisma's codes for a server that is not there. */
const awayCodes = /^(ECONN|EPIPE|ETIMEDOUT|EAI_|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|P1001|P1002|P1008|P1017|P2024|P2028|P2037)/;
const awayWords =
  /connect ENOENT|connection terminated|timeout exceeded when trying to connect|query read timeout|not queryable|the database system is|can't reach database/i;

/** Whether an error means that the database is away for the moment, so that trying again later makes sense. */
export function isAway(reason: unknown): boolean {
  return causes(reason).some(({ code, message }) => awayStates.test(code) || awayCodes.test(code) || awayWords.test(message));
}

/** Whether the connection broke while it was used. Another may well serve, so that trying again at once makes sense. */
export function isBroken(reason: unknown): boolean {
  return causes(reason).some(
    ({ code, message }) => /^(57P01|57P02|ECONNRESET|EPIPE|P1017)$/.test(code) || /terminated unexpectedly|not queryable/i.test(message),
  );
}

interface Cause {
  readonly code: string;
  readonly message: string;
}

/** An error and what it came from. Prisma keeps the database's own code in `meta`. */
function causes(reason: unknown): readonly Cause[] {
  if (typeof reason !== 'object' || reason === null) return [];
  const { code, originalCode, message, cause, meta } = reason as Readonly<Record<string, unknown>>;
  const deeper = cause ?? (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  const here = { code: String(originalCode ?? code ?? ''), message: String(message ?? '') };
  return [here, ...(deeper === reason ? [] : causes(deeper))];
}
