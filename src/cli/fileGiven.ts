import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';

/** The size of a file that somebody named, in bytes. Throws with the reason where it cannot be read. */
export async function sizeOfFile(file: string): Promise<number> {
  try {
    await access(file, constants.R_OK);
    const found = await stat(file);
    if (found.isDirectory()) throw new Error(`${file} cannot be read: it is a folder. Name a file in it.`);
    return found.size;
  } catch (reason) {
    throw inWords(file, reason);
  }
}

/** The text of a file that somebody named. Throws with the reason where it cannot be read. */
export async function textOfFile(file: string): Promise<string> {
  await sizeOfFile(file);
  return readFile(file, 'utf8');
}

function inWords(file: string, reason: unknown): unknown {
  const { code } = reason as NodeJS.ErrnoException;
  if (code === undefined) return reason;
  const why: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file. Check its name and the folder',
    EACCES: 'you may not read it. Ask whoever owns it',
  };
  return new Error(`${file} cannot be read: ${why[code] ?? code}.`, { cause: reason });
}
