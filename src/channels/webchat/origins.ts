/** Which sites may show the web chat, and at which address its streams are. */
export interface Origins {
  allows(origin: string | undefined): boolean;
  /** `ws:` or `wss:`, host and port. */
  streamsAt(host: string | undefined): string;
}

/**
 * Our own address and the sites that were named. A request without an origin comes from no page. Where our address is this very
 * machine's, as on a laptop, each of the machine's own names and ports will do.
 */
export function createOrigins(publicUrl: string, others: readonly string[]): Origins {
  const { origin, protocol, host, hostname } = new URL(publicUrl);
  const known = new Set([origin, ...others]);
  const onThisMachine = isThisMachine(hostname);
  return {
    allows: (asked) =>
      asked === undefined || known.has(asked) || (onThisMachine && URL.canParse(asked) && isThisMachine(new URL(asked).hostname)),
    streamsAt(asked) {
      const there = onThisMachine && asked && URL.canParse(`http://${asked}`) ? new URL(`http://${asked}`) : undefined;
      return `${protocol === 'https:' ? 'wss' : 'ws'}://${there && isThisMachine(there.hostname) ? there.host : host}`;
    },
  };
}

function isThisMachine(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
