import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { keepFirst } from './keptFile.ts';

/** What is done with secrets, each purpose with keys of its own. A purpose is a name such as `contact point address`. */
export interface Secrets {
  /** Encrypted; the same text is sealed differently every time. 29 bytes longer than the plain. */
  seal(purpose: string, plain: Uint8Array): Uint8Array;
  /** What was sealed for the same purpose. Throws when it was not, or was changed since. */
  open(purpose: string, sealed: Uint8Array): Uint8Array;
  /** 32 bytes by which a text is found again and from which nobody can work it out without the key (HMAC-SHA256). */
  lookup(purpose: string, text: string): Uint8Array;
}

/** The first byte of everything sealed, so that keys and ciphers can be changed later: 1 is HKDF-SHA256 and AES-256-GCM. */
const sealVersion = 1;
const nonceBytes = 12;
const tagBytes = 16;

/** Derives a key for each purpose from the root key (RFC 5869), once. */
export function createSecrets(rootKey: string): Secrets {
  // A key object is used as it is; Node looks bytes over anew at each use, which takes five times as long.
  const derive = (use: string) => createSecretKey(Buffer.from(hkdfSync('sha256', rootKey, 'folkmoot', use, 32)));
  const sealing = kept((purpose) => derive(`seal:${purpose}`));
  const looking = kept((purpose) => derive(`lookup:${purpose}`));

  return {
    seal(purpose, plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing(purpose), nonce).setAAD(Buffer.from(purpose));
      return Buffer.concat([Buffer.of(sealVersion), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(purpose, sealed) {
      if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== sealVersion)
        throw new Error(`What was to be opened as "${purpose}" was not sealed by us.`);
      const nonce = sealed.subarray(1, 1 + nonceBytes);
      const decipher = createDecipheriv('aes-256-gcm', sealing(purpose), nonce, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(-tagBytes));
      const plain = decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes));
      // It holds nothing back in this cipher, and throws where something was changed.
      decipher.final();
      return plain;
    },
    lookup: (purpose, text) => createHmac('sha256', looking(purpose)).update(text).digest(),
  };
}

/**
 * The root key: from the environment, else the one kept in the data folder, made at the first start (32 random bytes, for the owner
 * alone). Never in production, where the environment must give it.
 */
export async function loadSecretKey({
  secretKey,
  production,
  dataDir,
}: Pick<Config, 'secretKey' | 'production' | 'dataDir'>): Promise<string> {
  if (secretKey !== undefined) return secretKey;
  if (production) throw new Error('SECRET_KEY must be set in production.');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const kept = await keepFirst(join(dataDir, 'secret-key'), () => `${randomBytes(32).toString('base64url')}\n`);
  return kept.trim();
}

function kept<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const found = known.get(name) ?? make(name);
    known.set(name, found);
    return found;
  };
}
