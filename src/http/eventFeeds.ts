import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import errors from 'restify-errors';
import type { Events, FeedWanted, Published } from '#events';
import type { Places } from '#places';

export interface EventFeedsNeeds {
  readonly events: Pick<Events, 'sessionAsCalendar' | 'feedAsCalendar' | 'feedAsJson'>;
  readonly places: Pick<Places, 'find'>;
}

const calendarType = 'text/calendar; charset=utf-8';
const jsonType = 'application/ld+json; charset=utf-8';
/** Calendars ask again and again; what is a few minutes old is new enough. Seconds. */
const maxAge = 300;
/** Miles round a place, unless it says otherwise, and at most. */
const usualMiles = 3;
const mostMiles = 30;
const metresInAMile = 1609.344;

/** `/feeds/events.ics`, `/feeds/events.json`, the same of a place and a topic, and a calendar file for each session. For everybody, from anywhere. */
export function mountEventFeeds(server: Server, { events, places }: EventFeedsNeeds): void {
  server.get('/events/:id', async (request: Request, response: Response) => {
    const [, id] = /^([0-9a-f-]{36})\.ics$/.exec(String(request.params.id)) ?? [];
    const calendar = id ? await events.sessionAsCalendar(id) : undefined;
    if (!calendar) throw new errors.NotFoundError('there is no such event');
    response.setHeader('Content-Disposition', 'inline; filename="event.ics"');
    send(request, response, calendar, calendarType);
  });
  server.get('/feeds/events.ics', async (request: Request, response: Response) => {
    send(request, response, await events.feedAsCalendar(await wantedOf(request, places)), calendarType);
  });
  server.get('/feeds/events.json', async (request: Request, response: Response) => {
    send(request, response, await events.feedAsJson(await wantedOf(request, places)), jsonType);
  });
}

/** `?place=Thornby&miles=5&topic=crafts` */
async function wantedOf(request: Request, places: Pick<Places, 'find'>): Promise<FeedWanted> {
  const query = new URLSearchParams(request.getQuery());
  const topic = query.get('topic') ?? undefined;
  const said = query.get('place');
  if (!said) return { ...(topic && { topic }) };
  const found = await places.find(said, 'en-GB');
  const near = found.found === 'one' ? found.place.point : found.found === 'notSure' ? found.near?.point : undefined;
  if (!near) throw new errors.NotFoundError('no one place is called so: give a town, a village, a ward or a postcode');
  const miles = Number(query.get('miles') ?? usualMiles);
  if (!(miles > 0 && miles <= mostMiles)) throw new errors.BadRequestError(`miles goes from more than 0 to ${mostMiles}`);
  return { near, within: Math.round(miles * metresInAMile), ...(topic && { topic }) };
}

function send(request: Request, response: Response, { text, changedAt }: Published, type: string): void {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = {
    'Content-Type': type,
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': `public, max-age=${maxAge}`,
    // Read on pages of others: it is the same for everybody.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ETag: tag,
    ...(changedAt && { 'Last-Modified': changedAt.toUTCString() }),
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (isKnown(request, tag, changedAt)) response.send(304);
  else response.sendRaw(200, text, headers);
}

/** Whether they have this already: by the tag where they name one, else by the time (RFC 9110, 13.2.2). */
function isKnown(request: Request, tag: string, changedAt: Date | undefined): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined) return tags === '*' || tags.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return changedAt !== undefined && since >= Math.floor(changedAt.getTime() / 1000) * 1000;
}
