import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';

const folder = new URL('../../manifest/', import.meta.url);

/** What the manifest says of the council and the bot. */
export interface TeamsApp {
  readonly appId: string | undefined;
  readonly publicUrl: string;
  readonly council: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  readonly version: string;
}

/** Teams refuses a longer one. https://learn.microsoft.com/microsoftteams/platform/resources/schema/manifest-schema#developer */
const longestCouncil = 32;

/** The app as Teams takes it: the manifest and its two icons, zipped. The same app makes the same bytes. Throws for what Teams would refuse. */
export async function teamsPackage(app: TeamsApp): Promise<Uint8Array> {
  const faults = faultsIn(app);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const template: unknown = JSON.parse(await readFile(new URL('manifest.json', folder), 'utf8'));
  const values = { ...app, domain: new URL(app.publicUrl).host };
  const manifest = Buffer.from(`${JSON.stringify(filled(template, values), null, 2)}\n`);
  const [color, outline] = await Promise.all(['color.png', 'outline.png'].map((name) => readFile(new URL(name, folder))));
  if (!color || !outline) throw new Error('the icons are missing');
  const entries = { 'manifest.json': manifest, 'color.png': color, 'outline.png': outline };
  return zipSync(Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [name, new Uint8Array(bytes)])), {
    mtime: '1980-01-02',
  });
}

function faultsIn({ appId, publicUrl, council, privacyUrl, termsUrl }: TeamsApp): readonly string[] {
  const others = Object.entries({ '--privacy': privacyUrl, '--terms': termsUrl });
  // Where they are pages of ours, their fault is that of our own address.
  const addresses = [['PUBLIC_URL', publicUrl] as const, ...others.filter(([, address]) => !address.startsWith(publicUrl))];
  const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
  return [
    ...(appId === undefined ? ["Set MicrosoftAppId: the package names the bot's app id."] : []),
    ...(appId !== undefined && !guid.test(appId) ? ['MicrosoftAppId must be a GUID, as Azure shows it.'] : []),
    ...addresses.flatMap(([name, address]) =>
      URL.canParse(address) && address.startsWith('https://')
        ? []
        : [`${name} must be an address that begins with https://: Teams takes no other.`],
    ),
    ...(council.trim() === '' || council.length > longestCouncil ? [`--council must have 1 to ${longestCouncil} characters.`] : []),
  ];
}

/** Every `${name}` in a text, whole. */
function filled(part: unknown, values: Readonly<Record<string, string | undefined>>): unknown {
  if (typeof part === 'string') return part.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  if (Array.isArray(part)) return part.map((each) => filled(each, values));
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, filled(each, values)]));
}
