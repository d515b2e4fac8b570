/* An invented county: everything in it comes of a number, so that two runs have the same. */

const kinds = [
  ['Food Bank', 'Food banks; Food', 'Food parcels for anybody who is hungry.'],
  ['Community Pantry', 'Food', 'A pantry with fresh groceries at low prices.'],
  ['Warm Hub', 'Warm spaces', 'Somewhere warm with tea and company.'],
  ['Befriending', 'Befriending; Company', 'Visits and calls for people who are lonely.'],
  ['Memory Cafe', 'Dementia; Carers', 'For people with dementia and their carers.'],
  ['Debt Advice', 'Debt advice; Benefits', 'Free help with debt, bills and benefits.'],
  ['Toddler Group', 'Families', 'Stay and play for babies, toddlers and parents.'],
  ['Youth Club', 'Young people', 'Games, music and somebody to talk to for teenagers.'],
  ['Talking Therapy', 'Mental health; Counselling', 'Counselling for stress, anxiety and depression.'],
  ['Housing Help', 'Housing', 'For people who are homeless or may lose their home.'],
  ['Car Scheme', 'Transport', 'Volunteer drivers for hospital and surgery.'],
  ['English Class', 'English classes; Learning', 'English and a conversation group.'],
  ['Walking Group', 'Fitness', 'A gentle walk every week, and a chat after.'],
  ['Computer Club', 'Digital', 'Help with computers, tablets and the internet.'],
  ['Bereavement Group', 'Bereavement', 'For people who lost somebody.'],
  ['Job Club', 'Work', 'Help with a CV and with looking for work.'],
  ['Lunch Club', 'Older people; Food', 'A hot meal and company for older people.'],
  ['Recovery Group', 'Addiction', 'For people who want to stop drinking or gambling.'],
  ['Carers Group', 'Carers; Respite', 'A break for people who look after somebody.'],
  ['Chess Group', 'Hobbies', 'Chess for beginners and others.'],
] as const;
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const filler =
  'We meet in a hall with a kitchen and a garden. Everybody is welcome, and a friendly face will meet you at the door. Ring us if you would like to come with somebody. ';

const wards = 31;
const stems = [
  'Ash',
  'Brix',
  'Cold',
  'Dray',
  'East',
  'Fined',
  'Gret',
  'Hasel',
  'Isle',
  'Kil',
  'Lam',
  'Maid',
  'Nase',
  'Old',
  'Pyt',
  'Roth',
  'Syw',
  'Thorn',
  'Wal',
  'Yel',
];
const endings = ['by', 'bury', 'cote', 'field', 'ford', 'ham', 'ley', 'thorpe', 'ton', 'well'];
const landmarks = ['Library', 'Community Centre', 'Leisure Centre', 'Station'];

/** The village of a number: two hundred names, all different. */
export const villageAt = (at: number) => `${stems[at % stems.length]}${endings[Math.floor(at / stems.length) % endings.length]}`;
export const villages = stems.length * endings.length;

/** A town for every ten villages, each with its landmarks; a parish for every village; and the wards. */
export async function* manyPlaces(): AsyncGenerator<string> {
  yield 'kind,name,code,easting,northing\n';
  for (let at = 0; at < wards; at++) yield `ward,${villageAt(at * 6)} and ${villageAt(at * 6 + 3)},${wardAt(at)},,\n`;
  for (let at = 0; at < villages; at++) {
    const { easting, northing } = spot(at * 49);
    const isTown = at % 10 === 0;
    yield `${isTown ? 'town' : 'village'},${villageAt(at)},,${easting},${northing}\n`;
    yield `parish,${villageAt(at)},${parishAt(at)},,\n`;
    if (isTown) for (const landmark of landmarks) yield `landmark,${villageAt(at)} ${landmark},,${easting + 300},${northing + 200}\n`;
  }
}

/** Postcodes over ten outcodes, with the wards and parishes that they lie in. */
export async function* manyPostcodes(count: number): AsyncGenerator<string> {
  yield 'pcds,oseast1m,osnrth1m,osward,parish\n';
  for (let at = 0; at < count; at++) {
    const { easting, northing } = spot(at);
    yield `${postcodeAt(at)},${easting},${northing},${wardAt(at)},${parishAt(at)}\n`;
  }
}

/** Services as a table, a row each, every one at a postcode of so many. */
export async function* manyServices(count: number, postcodes: number): AsyncGenerator<string> {
  yield 'name,organisation,description,phone,location,address,town,postcode,opening,cost,languages,terms,assured_date\n';
  for (let at = 0; at < count; at++) {
    const [name, terms, about] = kinds[at % kinds.length] ?? kinds[0];
    const month = 1 + (at % 11);
    const opening = `${days[at % 7]} ${9 + (at % 6)}:00-${13 + (at % 6)}:00`;
    const description = `${about} ${filler.repeat(1 + (at % 3))}`;
    const village = villageOf(at);
    yield `${village} ${name} ${at},Friends of ${villageAt(at * 3)},"${description}",01632 960${String(at % 1000).padStart(3, '0')},Hall ${at},${at} High Street,${village},${postcodeAt((at * 7) % postcodes)},"${opening}",Free,English,${terms},2026-${String(month).padStart(2, '0')}-15\n`;
  }
}

/** Each kind of service is in every village. */
export const villageOf = (service: number) => villageAt(service + Math.floor(service / kinds.length));

const letters = 'ABDEFGHJLNPQRSTUWXYZ';
const wardAt = (at: number) => `E05${String(at % wards).padStart(6, '0')}`;
const parishAt = (at: number) => `E04${String(at % villages).padStart(6, '0')}`;

export function postcodeAt(at: number): string {
  const within = Math.floor(at / 10) % (9 * letters.length ** 2);
  const unit = within % letters.length ** 2;
  return `NN9${at % 10} ${Math.floor(within / letters.length ** 2)}${letters[Math.floor(unit / letters.length)]}${letters[unit % letters.length]}`;
}

/** Spread over a square of twenty kilometres. Metres. */
export function spot(at: number) {
  return { easting: 480_000 + ((at * 7919) % 20_000), northing: 270_000 + ((at * 104_729) % 20_000) };
}
