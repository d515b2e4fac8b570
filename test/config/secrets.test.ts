import { createCipheriv, createHmac, hkdfSync } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecrets, loadSecretKey } from '#src/secrets.ts';

const root = 'a-root-key-that-is-only-for-tests!';
const secrets = createSecrets(root);
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (plain: Uint8Array) => new TextDecoder().decode(plain);
const hex = (plain: Uint8Array) => Buffer.from(plain).toString('hex');
const derive = (info: string) => Buffer.from(hkdfSync('sha256', root, 'folkmoot', info, 32));

test('what is sealed opens again, also when it is empty', () => {
  for (const plain of ['', '+447700900123', 'Łódź 🌳'.repeat(100)])
    expect(text(secrets.open('address', secrets.seal('address', bytes(plain))))).toBe(plain);
});

test('the same text is sealed differently every time, and only its length shows', () => {
  const [one, other] = [secrets.seal('address', bytes('+447700900123')), secrets.seal('address', bytes('+447700900123'))];
  expect(hex(one)).not.toBe(hex(other));
  expect(one.length).toBe(13 + 29);
  expect(Buffer.from(one).includes('7700900123')).toBe(false);
});

test('a change of any byte is refused', () => {
  const sealed = secrets.seal('address', bytes('+447700900123'));
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
    expect(() => secrets.open('address', changed)).toThrow();
  }
  for (let length = 0; length < sealed.length; length += 1) expect(() => secrets.open('address', sealed.subarray(0, length))).toThrow();
});

test('what is sealed for one purpose does not open for another, nor under another root key', () => {
  const sealed = secrets.seal('address', bytes('+447700900123'));
  expect(() => secrets.open('consultation secret', sealed)).toThrow();
  expect(() => createSecrets(`${root}!`).open('address', sealed)).toThrow();
});

test('a lookup is the same every time, for its purpose alone', () => {
  expect(hex(secrets.lookup('contact', '+447700900123'))).toBe(hex(createSecrets(root).lookup('contact', '+447700900123')));
  expect(hex(secrets.lookup('contact', '+447700900123'))).not.toBe(hex(secrets.lookup('respondent', '+447700900123')));
  expect(hex(secrets.lookup('contact', '+447700900123'))).not.toBe(hex(secrets.lookup('contact', '+447700900124')));
});

test('keys are derived as written: HKDF-SHA256, then AES-256-GCM and HMAC-SHA256', () => {
  const nonce = Buffer.alloc(12, 7);
  const cipher = createCipheriv('aes-256-gcm', derive('seal:address'), nonce).setAAD(Buffer.from('address'));
  const sealed = Buffer.concat([Buffer.of(1), nonce, cipher.update('+447700900123'), cipher.final(), cipher.getAuthTag()]);
  expect(text(secrets.open('address', sealed))).toBe('+447700900123');
  expect(hex(secrets.lookup('contact', '+447700900123'))).toBe(
    createHmac('sha256', derive('lookup:contact')).update('+447700900123').digest('hex'),
  );
});

test('what was stored under a key can be found and opened by every later version', () => {
  expect(hex(secrets.lookup('contact', '+447700900123'))).toBe('e5defbc8bcf7da5af2146944393fc59de4ce7438272d20779e865c8c7a6f5dc7');
  expect(
    text(
      secrets.open('address', Buffer.from('01070707070707070707070707f00858ca825bfc91fca6aff88a3da052ff3f6c0cdb41f9e29b9c43ffda', 'hex')),
    ),
  ).toBe('+447700900123');
});

describe('the root key', () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
  async function freshDataDir() {
    const folder = await mkdtemp(join(tmpdir(), 'folkmoot-secrets-'));
    folders.push(folder);
    return join(folder, '.data');
  }

  test('comes from the environment where it is set', async () => {
    expect(await loadSecretKey({ secretKey: root, production: true, dataDir: await freshDataDir() })).toBe(root);
  });

  test('is made once and kept for its owner alone; starts at the same moment agree on it', async () => {
    const dataDir = await freshDataDir();
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadSecretKey({ secretKey: undefined, production: false, dataDir })));
    expect(new Set(keys).size).toBe(1);
    expect(Buffer.from(keys[0] ?? '', 'base64url')).toHaveLength(32);
    expect(await loadSecretKey({ secretKey: undefined, production: false, dataDir })).toBe(keys[0]);
    expect((await stat(join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(['secret-key']);
  });

  test('is never made in production', async () => {
    await expect(loadSecretKey({ secretKey: undefined, production: true, dataDir: await freshDataDir() })).rejects.toThrow('SECRET_KEY');
  });
});
