import { type Found, ImportRefused } from './raw.ts';

/**
 * The services of an HSDS 3.0 or Open Referral UK 3.0 document: a list, a page with `contents`, a package with `services`, an organisation
 * with its services, or one service. Taxonomies beside them are taken too.
 */
export function* readJsonFile(text: string): Generator<Found> {
  const document = parsed(text);
  if (!isObject(document) && !Array.isArray(document)) throw new ImportRefused('The file is JSON, but no list of services.');
  const services = Array.isArray(document)
    ? document
    : (listIn(document, 'contents') ?? listIn(document, 'services') ?? listIn(document, 'service'));
  if (!Array.isArray(document)) {
    for (const [at, taxonomy] of (listIn(document, 'taxonomies') ?? []).entries()) yield { where: `taxonomies[${at}]`, taxonomy };
    for (const [at, term] of (listIn(document, 'taxonomy_terms') ?? []).entries()) yield { where: `taxonomy_terms[${at}]`, term };
  }
  if (!services) {
    yield { where: 'the file', raw: document };
    return;
  }
  const organization = !Array.isArray(document) && document.services && document.name ? organizationAlone(document) : undefined;
  for (const [at, service] of services.entries()) {
    const raw = organization && isObject(service) && !service.organization ? { ...service, organization } : service;
    yield { where: `services[${at}]`, raw };
  }
}

function parsed(text: string): unknown {
  if (text.trimStart().startsWith('<'))
    throw new ImportRefused('It is a web page, not a feed: ask its owner for the address of the Open Referral feed.');
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (reason) {
    throw new ImportRefused(
      `The file is no JSON: ${reason instanceof Error ? reason.message : 'it cannot be read'}. A table must be named .csv.`,
    );
  }
}

/** An organisation's record without what hangs below it. */
function organizationAlone(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { services: _services, locations: _locations, programs: _programs, ...organization } = document;
  return organization;
}

function listIn(document: Readonly<Record<string, unknown>>, field: string): readonly unknown[] | undefined {
  const list = document[field];
  return Array.isArray(list) ? list : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
