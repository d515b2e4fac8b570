import { inOffice, print } from './office.ts';
import { printPreview } from './preview.ts';
import { readingFile } from './readingFile.ts';

/** `consultation feedback`: takes the file in, and shows what it would say to whom. */
export async function writeFeedback(file: string): Promise<void> {
  const { outcome, preview } = await readingFile(file, (source) =>
    inOffice(async ({ services: { broadcasts } }) => {
      const outcome = await broadcasts.writeFeedback(source);
      return { outcome, preview: await broadcasts.previewOutcome(outcome) };
    }),
  );
  print(outcome.text.en.replaceAll(/^/gm, '  '));
  print('');
  printPreview(preview);
  print(`\nSomebody else approves the words: consultation approve ${outcome.consultation} --as EMAIL`);
}

/** `consultation approve`: without a name, what is to be approved. */
export async function approveFeedback(key: string, options: { readonly as?: string }): Promise<void> {
  const { as: email } = options;
  if (email !== undefined) {
    const { definition } = await inOffice(({ services }) => services.broadcasts.approveFeedback(key, email));
    print(`${key}: approved. People are told from now on; how it goes: broadcast report ${definition.key}`);
    return;
  }
  const { outcome, writtenBy, preview } = await inOffice(async ({ services: { broadcasts } }) => {
    const written = await broadcasts.feedback(key);
    return { ...written, preview: await broadcasts.previewOutcome(written.outcome) };
  });
  for (const [language, text] of Object.entries(outcome.text)) print(`${language}\n${text.replaceAll(/^/gm, '  ')}`);
  print('');
  printPreview(preview);
  print(`\nWritten by ${writtenBy}. To approve it: consultation approve ${key} --as EMAIL`);
}
