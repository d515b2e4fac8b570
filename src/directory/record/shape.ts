/*
 * Open Referral UK 3.0, which is the UK profile of HSDS 3.0 (https://docs.openreferraluk.org, https://docs.openreferral.org/en/3.0), with those
 * fields of HSDS that the profile leaves out and people need all the same, such as telephone numbers: its schemas are open.
 */

/** What a field holds: a scalar of some form, one of some words, or other objects (`one` or a list). */
export type Field =
  | 'text'
  | 'uuid'
  | 'uri'
  | 'email'
  | 'number'
  | 'whole'
  | 'time'
  | 'instant'
  | { readonly words: readonly string[] }
  | { readonly one: ObjectKind }
  | { readonly list: ObjectKind };

export type ObjectKind = keyof typeof fieldsOfOwn;

export const serviceStatuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
const placeTypes = { words: ['physical', 'postal', 'virtual'] };

/** Every object has an `id` besides. A field that is not named here is kept where it is text, a number, or true or false. */
const fieldsOfOwn = {
  service: {
    name: 'text',
    description: 'text',
    url: 'uri',
    email: 'email',
    status: { words: serviceStatuses },
    minimum_age: 'number',
    maximum_age: 'number',
    assurer_email: 'email',
    last_modified: 'instant',
    organization_id: 'uuid',
    program_id: 'uuid',
    organization: { one: 'organization' },
    schedules: { list: 'schedule' },
    service_areas: { list: 'serviceArea' },
    service_at_locations: { list: 'serviceAtLocation' },
    languages: { list: 'language' },
    funding: { list: 'funding' },
    cost_options: { list: 'costOption' },
    contacts: { list: 'contact' },
    phones: { list: 'phone' },
    attributes: { list: 'attribute' },
  },
  organization: {
    name: 'text',
    description: 'text',
    email: 'email',
    website: 'uri',
    uri: 'uri',
    parent_organization_id: 'uuid',
    organization_identifiers: { list: 'organizationIdentifier' },
    contacts: { list: 'contact' },
    phones: { list: 'phone' },
    attributes: { list: 'attribute' },
  },
  organizationIdentifier: { organization_id: 'uuid', identifier_type: 'text', identifier: 'text' },
  schedule: {
    service_id: 'uuid',
    service_at_location_id: 'uuid',
    location_id: 'uuid',
    freq: { words: ['WEEKLY', 'MONTHLY'] },
    interval: 'whole',
    byday: 'text',
    bymonthday: 'text',
    opens_at: 'time',
    closes_at: 'time',
    schedule_link: 'uri',
  },
  serviceArea: { service_id: 'uuid' },
  serviceAtLocation: {
    service_id: 'uuid',
    location_id: 'uuid',
    location: { one: 'location' },
    contacts: { list: 'contact' },
    phones: { list: 'phone' },
    schedules: { list: 'schedule' },
    attributes: { list: 'attribute' },
  },
  location: {
    location_type: placeTypes,
    latitude: 'number',
    longitude: 'number',
    url: 'uri',
    addresses: { list: 'address' },
    accessibility: { list: 'accessibility' },
    contacts: { list: 'contact' },
    phones: { list: 'phone' },
    schedules: { list: 'schedule' },
    languages: { list: 'language' },
    attributes: { list: 'attribute' },
  },
  address: { location_id: 'uuid', address_type: placeTypes, attributes: { list: 'attribute' } },
  accessibility: { location_id: 'uuid', url: 'uri', attributes: { list: 'attribute' } },
  language: { service_id: 'uuid', location_id: 'uuid', phone_id: 'uuid' },
  funding: { service_id: 'uuid', organization_id: 'uuid' },
  costOption: { service_id: 'uuid', amount: 'number' },
  contact: { service_id: 'uuid', organization_id: 'uuid', email: 'email', phones: { list: 'phone' }, attributes: { list: 'attribute' } },
  phone: { contact_id: 'uuid', service_id: 'uuid', number: 'text', languages: { list: 'language' } },
  attribute: { link_id: 'uuid', taxonomy_term_id: 'uuid', taxonomy_term: { one: 'taxonomyTerm' } },
  taxonomyTerm: {
    name: 'text',
    description: 'text',
    parent_id: 'uuid',
    taxonomy_id: 'uuid',
    term_uri: 'uri',
    taxonomy_detail: { one: 'taxonomy' },
  },
  taxonomy: { name: 'text', description: 'text', uri: 'uri', taxonomy_terms: { list: 'taxonomyTerm' } },
} as const;

/** Fields that are text and nothing more. */
const textsOf: Readonly<Record<ObjectKind, string>> = {
  service:
    'alternate_name fees fees_description accreditations assured_date alert wait_time eligibility_description interpretation_services application_process licenses',
  organization: 'alternate_name logo legal_status tax_status tax_id',
  organizationIdentifier: 'identifier_scheme',
  schedule: 'valid_from valid_to dtstart until description attending_type notes',
  serviceArea: 'name description extent extent_type uri service_area',
  serviceAtLocation: 'description',
  location: 'name alternate_name description transportation external_identifier external_identifier_type',
  address: 'attention address_1 address_2 city region state_province postal_code country',
  accessibility: 'description details accessibility',
  language: 'name code note language',
  funding: 'source',
  costOption: 'valid_from valid_to option currency amount_description',
  contact: 'name title department',
  phone: 'extension type description',
  attribute: 'link_type link_entity value label',
  taxonomyTerm: 'code taxonomy language term',
  taxonomy: 'version',
};

export const fieldsOf = Object.fromEntries(
  Object.entries(fieldsOfOwn).map(([kind, fields]) => [
    kind,
    { ...Object.fromEntries(textsOf[kind as ObjectKind].split(' ').map((name) => [name, 'text'])), ...fields },
  ]),
) as unknown as Readonly<Record<ObjectKind, Readonly<Record<string, Field>>>>;

/** What the schemas require of an object besides its id, and what stands in for it where it is missing. An object without a stand-in goes. */
export const standIns: Readonly<Partial<Record<ObjectKind, Readonly<Record<string, string | null>>>>> = {
  organization: { name: null, description: '' },
  organizationIdentifier: { identifier_type: '', identifier: null },
  location: { location_type: 'physical' },
  address: { address_1: '', city: '', state_province: '', postal_code: '', country: 'GB', address_type: 'physical' },
  phone: { number: null },
  taxonomyTerm: { name: null, description: '' },
  taxonomy: { name: null, description: '' },
};
