import { dirname, join } from 'node:path/posix';
import { read, type SourceFile, withoutComments } from './sourceFiles.ts';

/** One import of a file. */
export interface Import {
  readonly from: string;
  /** A path from the top of the repository, a package's name, or `node:…`. */
  readonly to: string;
  readonly kind: 'ours' | 'package' | 'node';
  /** `import type`: gone when the code runs. */
  readonly typesOnly: boolean;
}

const importLine =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

export function importsOf(file: SourceFile): readonly Import[] {
  return [...withoutComments(file.text).matchAll(importLine)].map(([, type, named, loaded]) => {
    const specifier = named ?? loaded ?? '';
    return { from: file.path, ...resolve(file.path, specifier), typesOnly: type !== undefined };
  });
}

function resolve(from: string, specifier: string): Pick<Import, 'to' | 'kind'> {
  if (specifier.startsWith('.')) return { to: join(dirname(from), specifier), kind: 'ours' };
  if (specifier.startsWith('#')) return { to: fromPackageFile(specifier), kind: 'ours' };
  if (specifier.startsWith('node:')) return { to: specifier, kind: 'node' };
  const [scope = '', name = ''] = specifier.split('/');
  return { to: scope.startsWith('@') ? `${scope}/${name}` : scope, kind: 'package' };
}

const names = (JSON.parse(read('package.json').text) as { imports: Readonly<Record<string, string>> }).imports;

/** `package.json` gives each folder a name under `"imports"`. */
function fromPackageFile(specifier: string): string {
  const exact = names[specifier];
  if (exact) return exact.replace('./', '');
  const pattern = Object.keys(names).find((name) => name.endsWith('*') && specifier.startsWith(name.slice(0, -1)));
  if (!pattern) throw new Error(`package.json has no name for ${specifier}`);
  return (names[pattern] ?? '').replace('./', '').replace('*', specifier.slice(pattern.length - 1));
}
