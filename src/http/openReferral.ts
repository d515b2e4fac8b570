import type { Request, Response, Server } from 'restify';
import errors from 'restify-errors';
import { z } from 'zod';

/** What is asked of the directory: see `src/directory/published`. */
export interface OpenReferral<Filter> {
  services(filter: Filter, paging: Paging): Promise<unknown>;
  service(id: string): Promise<unknown>;
  servicesAtLocations(filter: Filter, paging: Paging): Promise<unknown>;
  serviceAtLocation(id: string): Promise<unknown>;
  taxonomies(paging: Paging): Promise<unknown>;
  taxonomy(id: string): Promise<unknown>;
  terms(paging: Paging): Promise<unknown>;
  term(id: string): Promise<unknown>;
  /** What a query asks for, or undefined where its postcode is not one that we know. */
  filterOf(asked: Asked): Promise<Filter | undefined>;
}

export interface Paging {
  readonly page: number;
  readonly perPage: number;
}

export type Asked = Omit<z.infer<typeof query>, 'page' | 'per_page'>;

const base = '/open-referral';
/** What the profile asks of `GET /`. https://docs.openreferraluk.org/en/latest/ */
const details = {
  version: 'HSDS-UK-3.0',
  profile: 'https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md',
  openapi_url: 'https://docs.openreferraluk.org/en/latest/openapi30.json',
};

const mostPerPage = 500;
const whole = z.coerce.number().int();
const time = z
  .string()
  .regex(/^([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:?\d\d)?$/i, 'must be a time such as 09:30')
  .transform((written) => written.slice(0, 5).replace(/:$/, ''));
const query = z.object({
  page: whole.min(1).max(1_000_000).default(1),
  per_page: whole.min(1).max(mostPerPage).default(50),
  search: z.string().max(200).optional(),
  taxonomy_term_id: z.uuid().optional(),
  taxonomy_id: z.uuid().optional(),
  minimum_age: z.coerce.number().optional(),
  maximum_age: z.coerce.number().optional(),
  day: z
    .string()
    .toUpperCase()
    .pipe(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']))
    .optional(),
  start_time: time.optional(),
  end_time: time.optional(),
  postcode: z.string().max(20).optional(),
  /** Metres, as text. */
  proximity: z.coerce.number().min(1).max(100_000).optional(),
});
const uuid = z.uuid();

/** `/open-referral/`: the directory for everybody, as an Open Referral UK 3.0 API. Open, read only, and fit for other sites' pages. */
export function mountOpenReferral<Filter>(server: Server, directory: OpenReferral<Filter>): void {
  const get = (path: string, answer: (request: Request) => Promise<unknown>) =>
    server.get(`${base}${path}`, async (request: Request, response: Response) => {
      forEverybody(response);
      response.json(200, await answer(request));
    });
  const list = (path: string, rows: (filter: Filter, paging: Paging) => Promise<unknown>) =>
    get(path, async (request) => {
      const { page, per_page, ...asked } = read(request);
      const filter = await directory.filterOf(asked);
      if (!filter) throw new errors.BadRequestError('postcode: we do not know that postcode');
      return rows(filter, { page, perPage: per_page });
    });
  const one = (path: string, find: (id: string) => Promise<unknown>) =>
    get(`${path}/:id`, async (request) => {
      const id: unknown = (request.params as { id?: unknown }).id;
      const found = uuid.safeParse(id).success ? await find(String(id)) : undefined;
      if (found === undefined) throw new errors.NotFoundError('there is no such record');
      return found;
    });

  server.opts(`${base}/*`, async (_request: Request, response: Response) => {
    forEverybody(response);
    response.setHeader('Access-Control-Allow-Methods', 'GET');
    response.send(204);
  });
  get('', async () => details);
  get('/', async () => details);
  list('/services', directory.services);
  one('/services', directory.service);
  list('/service_at_locations', directory.servicesAtLocations);
  one('/service_at_locations', directory.serviceAtLocation);
  list('/taxonomies', (_filter, paging) => directory.taxonomies(paging));
  one('/taxonomies', directory.taxonomy);
  list('/taxonomy_terms', (_filter, paging) => directory.terms(paging));
  one('/taxonomy_terms', directory.term);
}

function read(request: Request): z.infer<typeof query> {
  const given = Object.fromEntries([...new URLSearchParams(request.getQuery())].filter(([, value]) => value !== ''));
  const found = query.safeParse(given);
  if (found.success) return found.data;
  const [fault] = found.error.issues;
  throw new errors.BadRequestError(`${fault?.path.join('.')}: ${fault?.message}`);
}

/** A list changes when somebody imports, so that a minute's delay harms nobody. */
function forEverybody(response: Response): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.setHeader('Cache-Control', 'public, max-age=60');
}
