import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Request, Response, Server } from 'restify';

export interface Metrics {
  /** Counts a turn by channel and outcome, with how long it took. */
  turn(channel: string, outcome: string, ms: number): void;
  /** Shows how many web sockets are open, as `open` says when it is asked. */
  webSockets(open: () => number): void;
  mount(server: Server): void;
}

/** `/metrics` for Prometheus: how many turns, how long they took, how many web sockets are open, and what the process uses. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'folkmoot_turns_total',
    help: 'Turns by channel and outcome',
    labelNames: ['channel', 'outcome'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'folkmoot_turn_seconds',
    help: 'From heard to recorded',
    labelNames: ['channel'],
    buckets: [0.005, 0.01, 0.02, 0.04, 0.1, 0.5, 1, 5],
    registers: [registry],
  });
  return {
    turn(channel, outcome, ms) {
      turns.inc({ channel, outcome });
      seconds.observe({ channel }, ms / 1000);
    },
    webSockets(open) {
      new Gauge({
        name: 'folkmoot_web_sockets',
        help: 'Open web sockets of web chat',
        registers: [registry],
        collect() {
          this.set(open());
        },
      });
    },
    mount(server) {
      server.get('/metrics', async (_request: Request, response: Response) => {
        response.sendRaw(200, await registry.metrics(), { 'Content-Type': registry.contentType });
      });
    },
  };
}
