import { existsSync, readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { type TeamsApp, teamsPackage } from '#src/cli/teamsPackage.ts';

const app: TeamsApp = {
  appId: '0b7a5e4c-0000-4000-8000-00000f01c300',
  publicUrl: 'https://folkmoot.example.org',
  council: 'Thornby Town Council',
  privacyUrl: 'https://folkmoot.example.org/privacy',
  termsUrl: 'https://folkmoot.example.org/terms',
  version: '1.2.3',
};

const unpacked = async (over: Partial<TeamsApp> = {}) => unzipSync(await teamsPackage({ ...app, ...over }));
const manifestIn = (files: Readonly<Record<string, Uint8Array>>) =>
  JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString()) as object;

test('has the manifest with the ids of this council, and the icons', async () => {
  const files = await unpacked();
  expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
  expect(manifestIn(files)).toMatchObject({
    id: app.appId,
    version: '1.2.3',
    developer: { name: 'Thornby Town Council', websiteUrl: app.publicUrl, privacyUrl: app.privacyUrl, termsOfUseUrl: app.termsUrl },
    bots: [{ botId: app.appId, scopes: ['personal', 'team', 'groupChat'] }],
    validDomains: ['folkmoot.example.org'],
  });
  expect(JSON.stringify(manifestIn(files))).not.toContain('${');
});

test('the commands that Teams offers are words that are heard', async () => {
  const { bots } = manifestIn(await unpacked()) as { bots: { commandLists: { scopes: string[]; commands: { title: string }[] }[] }[] };
  const [own, shared] = bots[0]?.commandLists.map(({ commands }) => commands.map(({ title }) => title)) ?? [];
  expect(own).toEqual(['menu', 'updates', 'help', 'stop', 'start']);
  expect(shared).toEqual(['help', 'stop', 'start']);
});

test('an address that is missing is named once', async () => {
  const publicUrl = 'http://localhost:3978';
  await expect(unpacked({ publicUrl, privacyUrl: `${publicUrl}/privacy`, termsUrl: publicUrl })).rejects.toThrow(
    /^PUBLIC_URL must be an address that begins with https:\/\/: Teams takes no other\.$/,
  );
});

test('is the same each time', async () => {
  expect(Buffer.from(await teamsPackage(app)).equals(Buffer.from(await teamsPackage(app)))).toBe(true);
});

test.each([
  ['color.png', 192],
  ['outline.png', 32],
])('%s is a PNG of the size that Teams asks for', async (name, size) => {
  const png = Buffer.from((await unpacked())[name] ?? []);
  expect(png.subarray(0, 8)).toEqual(Buffer.from('89504e470d0a1a0a', 'hex'));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

test.each<[Partial<TeamsApp>, string]>([
  [{ appId: undefined }, 'Set MicrosoftAppId'],
  [{ appId: 'folkmoot' }, 'MicrosoftAppId must be a GUID'],
  [{ publicUrl: 'http://localhost:3978' }, 'PUBLIC_URL must be an address that begins with https://'],
  [{ privacyUrl: 'nowhere' }, '--privacy must be'],
  [{ council: '' }, '--council must have 1 to 32 characters'],
  [{ council: 'The Town Council of Thornby upon the Water' }, '--council must have 1 to 32 characters'],
])('%o is refused with what to do', async (over, fault) => {
  await expect(teamsPackage({ ...app, ...over })).rejects.toThrow(fault);
});

const schemas = new URL('../../../shared/data/teams/', import.meta.url);

if (existsSync(schemas)) {
  test.each(['1.19', '1.22'])("holds against Microsoft's own schema of version %s", async (version) => {
    const schema = JSON.parse(readFileSync(new URL(`MicrosoftTeams.schema.v${version}.json`, schemas), 'utf8')) as object;
    const ajv = addFormats.default(new Ajv.default({ strict: false, allErrors: true }));
    const validate = ajv.compile(schema);
    const manifest = { ...manifestIn(await unpacked()), manifestVersion: version };
    expect([validate(manifest), validate.errors]).toEqual([true, null]);
  });
} else process.stdout.write("Microsoft's manifest schemas are not here (../shared/data/teams): their tests are skipped.\n");
