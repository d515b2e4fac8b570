import { mostParts, partsOf } from '#channels/sms/room.ts';
import { type Language, languages } from '#language/languages.ts';
import type { Town } from './town.ts';

/**
 * A script is the conversation, one line for each line said:
 *
 *     # what it shows                          # consultation parks.yaml     # at 2026-11-23T10:00Z     # language pl
 *     > what the person says                   \n a line break, \u0000 a character, (x 500 times) a long text
 *     < what we answer                         < -- parts two texts, < (nothing) is silence
 *     @ 3 days later                           @ message 2 again    @ as +447700900124    @ with OptOutType STOP
 *     ! close parks-2027                       what an officer does: publish FILE, close KEY
 *     = status | = answers | = about you       what the database holds then
 */
const minuteMs = 60_000;
const dayMs = 86_400_000;
const begins = { at: '2026-11-23T10:00Z', from: '+447700900123' };

/** Plays a script and gives it back with what was really answered and kept. */
export async function play(script: string, emptyTown: (clock: () => Date) => Promise<Town>): Promise<string> {
  const lines = script.trimEnd().split('\n');
  const stage = { now: new Date(headers(lines, 'at')[0] ?? begins.at) };
  const town = await emptyTown(() => stage.now);
  for (const file of headers(lines, 'consultation')) await town.publish(file);

  const player = createPlayer(town, stage, languageIn(lines));
  const played: string[] = [];
  for (const line of lines.filter((line) => !isOurs(line))) played.push(line, ...(await player(line)));
  return `${played.join('\n')}\n`;
}

/** What comes out of a script rather than goes into it. */
const isOurs = (line: string) => line.startsWith('<') || line.startsWith('=  ');

function createPlayer(town: Town, stage: { now: Date }, language: Language | undefined) {
  const said: Readonly<Record<string, string>>[] = [];
  let from = begins.from;
  let next: Readonly<Record<string, string>> = {};

  async function hear(form: Readonly<Record<string, string>>): Promise<readonly string[]> {
    stage.now = new Date(stage.now.getTime() + minuteMs);
    const texts = await town.hear({ form, language });
    const long = texts.find((text) => partsOf(text) > mostParts);
    if (long) throw new Error(`more than ${mostParts} parts:\n${long}`);
    const { references } = await town.kept();
    return shown(texts.map((text) => references.reduce((masked, reference) => masked.replaceAll(reference, 'XXXXXXXX'), text)));
  }

  return async (line: string): Promise<readonly string[]> => {
    const [sign, words] = [line[0], line.slice(2)];
    switch (sign) {
      case '>': {
        const form = { MessageSid: `SM${said.length + 1}`, From: from, Body: spelledOut(words), ...next };
        next = {};
        said.push(form);
        return hear(form);
      }
      case '@': {
        const [, again] = /^message (\d+) again$/.exec(words) ?? [];
        const [, days] = /^(\d+) days? later$/.exec(words) ?? [];
        const [, number] = /^as (\+\d+)$/.exec(words) ?? [];
        const [, field, value] = /^with (\w+) (\w+)$/.exec(words) ?? [];
        if (again) return hear(said[Number(again) - 1] ?? {});
        if (days) stage.now = new Date(stage.now.getTime() + Number(days) * dayMs);
        else if (number) from = number;
        else if (field && value) next = { ...next, [field]: value };
        else throw new Error(`nobody knows how to: ${line}`);
        return [];
      }
      case '!': {
        const [act, ...what] = words.split(' ');
        if (act === 'publish') await town.publish(what[0] ?? '');
        else if (act === 'close') await town.close(what[0] ?? '');
        else throw new Error(`an officer does not: ${line}`);
        return [];
      }
      case '=': {
        const { status, answers, aboutYou } = await town.kept();
        const kept = { status, answers, 'about you': aboutYou }[words];
        if (!kept) throw new Error(`nothing is kept as: ${line}`);
        return (kept.length > 0 ? kept : ['(none)']).map((row) => `=   ${row}`);
      }
      default:
        if (line === '' || sign === '#') return [];
        throw new Error(`a script has no such line: ${line}`);
    }
  };
}

function shown(texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return ['< (nothing)'];
  return texts.flatMap((text, place) => [...(place > 0 ? ['< --'] : []), ...text.split('\n').map((line) => `< ${line}`.trimEnd())]);
}

function spelledOut(words: string): string {
  return words
    .replaceAll(/\((.+?) (\d+) times\)/g, (_, again: string, times: string) => again.repeat(Number(times)))
    .replaceAll('\\n', '\n')
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function headers(lines: readonly string[], name: string): readonly string[] {
  return lines.flatMap((line) => (line.startsWith(`# ${name} `) ? [line.slice(name.length + 3).trim()] : []));
}

function languageIn(lines: readonly string[]): Language | undefined {
  const [tag] = headers(lines, 'language');
  return languages.find((language) => language === tag);
}
