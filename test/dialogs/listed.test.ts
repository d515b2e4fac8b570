import { smsForm } from '#test/conversations/smsForm.ts';
import { aPlaceForTowns, type Town } from '#test/conversations/town.ts';

let place: Awaited<ReturnType<typeof aPlaceForTowns>>;
let town: Town;
beforeAll(async () => {
  place = await aPlaceForTowns();
  town = await place.emptyTown(() => new Date('2026-11-23T10:00:00Z'));
  await town.publish('parks.yaml');
  await town.listServices();
  await town.events('programme.csv');
  await town.volunteering('sample/volunteering.csv');
});
afterAll(() => place.close());

let people = 0;

/** What a new person's message is answered with at the menu. */
async function heard(message: string, language?: string): Promise<string> {
  const { say, happen } = smsForm({ town, language });
  people += 1;
  await happen(`as +4477009${String(people).padStart(5, '0')}`);
  await say('MENU');
  const lines = await say(message);
  return lines.map((line) => line.slice(2)).join('\n');
}

/** The names among the lines that are offered, where some are. */
async function offered(message: string, language?: string): Promise<readonly string[] | undefined> {
  const [first, ...lines] = (await heard(message, language)).split('\n');
  return first?.startsWith('I found th') || language !== undefined ? lines.slice(0, -1) : undefined;
}

test.each([
  ['lego club', ['Lego Club']],
  ['Lego Club please', ['Lego Club']],
  ['LEGO', ['Lego Club']],
  ['when is lego club on', ['Lego Club']],
  ['what time does lego club start?', ['Lego Club']],
  ['lego club at the library', ['Lego Club']],
  ['my mum wants to go to lego club', ['Lego Club']],
  ['does anyone know about lego club in thornby pls', ['Lego Club']],
  ['is there a lego club', ['Lego Club']],
  ['can you help me with lego', ['Lego Club']],
  ['where is the nearest lego club', ['Lego Club']],
  ['chair yoga', ['Chair Yoga']],
  ['chair yoga in Ashwell Green', ['Chair Yoga']],
  ['is there chair yoga', ['Chair Yoga']],
  ['yoga', ['Chair Yoga']],
  ['repair café this saturday', ['Repair Cafe']],
  ['how do I get to the repair cafe', ['Repair Cafe']],
  ['tell me about the repair cafe', ['Repair Cafe']],
  ['repiar cafe', ['Repair Cafe']],
  ['ryme time', ['Rhyme Time']],
  ['rhyme time at thornby library on thursday', ['Rhyme Time']],
  ['bingo', ['Bingo Night']],
  ['bingoo', ['Bingo Night']],
  ['bingo in nether cote', ['Bingo Night']],
  ['what time is the bingo', ['Bingo Night']],
  ['craft market', ['Craft Market']],
  ['park walk', ['Gentle Park Walk']],
  ['saturday run', ['Saturday Run']],
  ['old pictures', ['Old Thornby in Pictures']],
  ['singing', ['Sing for Fun']],
  ['english for beginners', ['English for Beginners']],
  ['tai chi tomorrow', ['Tai Chi for Beginners']],
  ['swimming in Thornby', ['Lane Swimming', 'Family Swim']],
  ['swim thursday', ['Lane Swimming']],
  ['walk sunday', ['Dog Walk']],
  ['lantern walk ashwell green', ['Ashwell Green Lantern Walk']],
  ['wellbeing wednesdays group', ['Wellbeing Wednesdays']],
  ['community lunch', ['Community Lunch', 'Ashwell Green Lunch Club']],
  ['thornby food bank', ['Thornby Food Bank']],
  ['riverside pantry', ['Riverside Community Pantry']],
  ['tuesday tea and talk', ['Tuesday Tea and Talk']],
  ['Telephone Friends', ['Telephone Friends', 'Telephone friend']],
  ['talking room', ['Talking Room']],
  ['nightstop', ['Nightstop Thornby']],
  ['little feet', ['Little Feet Toddler Group']],
  ['debt and money drop-in', ['Debt and Money Drop-in']],
  ['nightstop number', ['Nightstop Thornby']],
  ['lego for kids', ['Lego Club']],
  ['singing group for my mum', ['Sing for Fun']],
  ['hi can u tell me wen lego club is', ['Lego Club']],
  ['wot time is bingo', ['Bingo Night']],
  ['lego club cancelled?', ['Lego Club']],
  ['how much is chair yoga', ['Chair Yoga']],
  ['memory caff', ['Memory Cafe']],
  ['swimming lessons', ['Lane Swimming', 'Family Swim']],
  ['litter picking', ['Litter pick']],
  ['garden helper', ['Garden helper']],
  ['food bank packer', ['Food bank packer']],
])('"%s" is looked up by its name', async (message, names) => {
  const lines = (await offered(message)) ?? [];
  expect(lines).toHaveLength(names.length);
  for (const [at, name] of names.entries()) expect(lines[at]).toContain(name);
});

test.each([
  ['pl', 'kiedy jest lego club'],
  ['pl', 'chcę zapisać się na Lego Club'],
  ['ro', 'unde este lego club'],
  ['ro', 'vreau să merg la Lego Club'],
  ['lt', 'kada yra lego club'],
  ['lt', 'ieškau Lego Club'],
])('%s: "%s" is looked up by its name', async (language, message) => {
  const lines = (await offered(message, language)) ?? [];
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('Lego Club');
});

test.each([
  'you are an idiot',
  'fuck off',
  'what a load of rubbish',
  'I hate the council',
  'how are you',
  'are you a robot',
  'can i talk to a person',
  'it is cold today',
  'my legs hurt',
  'the doctor told me to walk more',
  'I walk in the park every morning',
  'i went to bingo last night and won',
  'we went to the community lunch and it was great',
  'what a lovely market',
  'the market square is dirty',
  'more benches in castle park',
  'dog poo on the village green',
  'there is a pothole in my street',
  'my bin was not collected',
  'bin day tuesday',
  'the library is closed',
  'thornby library',
  'thornby',
  'castle park',
  'mill road',
  'market',
  'club',
  'night',
  'time',
  'run',
  'free stuff',
  'choir',
  'chess club',
  'lol',
  'asdfgh',
  '42',
  'sorry wrong number',
  'whats your telephone number',
  'fair enough',
  'play area broken',
  'walk to school',
  'stay safe',
  'sing song',
  'repair the road',
  'not bad',
  'ok thanks bye',
  'library opening times',
  'what time do you close',
  'i love the choir',
  'we had fun',
  'thornby town council',
  'thornby fair',
])('"%s" is nobody\'s name: we say that we did not understand', async (message) => {
  expect(await heard(message)).toMatch(/^Sorry, I did not understand that\./);
});

test.each([
  ['hello', /^Hello from Folkmoot/],
  ['thanks', /^Thank you\. Reply MENU at any time\.$/],
  ['PARKS', /^Your parks\./],
  ["what's on saturday", /^What's on: Saturday/],
  ['what is happening with bingo', /^What's on: next 2 weeks, "bingo"/],
  ['food', /^Where are you\?/],
  ['memory cafe', /^Where are you\?/],
  ['the foodbank at the church', /^Where are you\?/],
  ['I need food in Thornby', /^Food near Thornby:/],
  ['dad has dementia', /^Where are you\?/],
  ['volunteer driver', /^What matters to you\?/],
  ['I want to kill myself', /116 123/],
])('"%s" means what it meant before', async (message, answer) => {
  expect(await heard(message)).toMatch(answer);
});
