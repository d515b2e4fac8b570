import { codeExample } from '#consultations/resume/code.ts';
import { type Act, type CreateForm, type Form, shownTexts } from './form.ts';
import type { Town } from './town.ts';

/**
 * A script is the conversation, one line for each line said:
 *
 *     # what it shows                      # consultation parks.yaml    # at 2026-11-23T10:00Z    # language pl
 *     # services of the sample town
 *     # events sample/events.csv           the town's places, and what is on there
 *     > what the person says               * what the person presses (see each channel's form)
 *                                          \n is a line break, \u0000 a character, (x 500 times) a long text
 *     < what we answer                     < -- parts two texts, < (nothing) is silence
 *     @ 3 days later                       @ message 2 again    @ as +447700900124    @ with OptOutType STOP
 *     @ approaches                         what is due is begun
 *     @ on webchat                         > (the code)         the code that was told last
 *     ! close parks-2027                   what an officer does: publish FILE, close KEY, feedback FILE, events FILE, ask +44… (whether
 *                                          their listings still run), approve service | event | opportunity
 *     = status                             what the database holds then: status, answers, about you, unmet, reports, offers,
 *                                          the log (or what was heard of it)
 *     = anywhere 07700 900555              the tables that hold it, in whichever spelling
 *
 * Played, it comes back with what was really answered and kept.
 */
export async function play(script: string, { emptyTown, createForms, channel }: Stage): Promise<string> {
  const lines = script.trimEnd().split('\n');
  let now = new Date(headers(lines, 'at')[0] ?? beginsAt);
  const town = await emptyTown(() => now);
  for (const file of headers(lines, 'consultation')) await town.publish(file);
  for (const file of headers(lines, 'events')) await town.events(file);
  for (const file of headers(lines, 'volunteering')) await town.volunteering(file);
  if (headers(lines, 'services').length > 0) await town.listServices();

  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  const language = headers(lines, 'language')[0];
  const forms = Object.fromEntries(Object.entries(createForms).map(([name, createForm]) => [name, createForm({ town, language })]));
  const acts = actsIn(town, { forms, channel, pass });
  const played: string[] = [];
  for (const line of lines.filter((line) => !comesOut.test(line))) {
    played.push(line);
    if (line === '' || line.startsWith('#')) continue;
    const act = acts[line.charAt(0)];
    if (!act) throw new Error(`a script has no such line: ${line}`);
    played.push(...(await act(line.slice(2))));
  }
  return `${played.join('\n')}\n`;
}

const beginsAt = '2026-11-23T10:00Z';
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** What comes out of a script rather than goes into it. */
const comesOut = /^(<|= {3})/;
/** Ours differ each time: see `newReference` and `codeFrom`. */
const code = /\b[2346789CFHJKMRWX]{4}(?:-[2346789CFHJKMRWX]{4}){2}\b/g;
const id = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const reference = /\b[BCDFGHJKMNPQRTVWXY346789]{8}\b/g;

const maskedCode = (found: string) => (found === codeExample ? found : 'XXXX-XXXX-XXXX');

/** Where a script is played: a town of its own, on a channel. */
export interface Stage {
  readonly emptyTown: (clock: () => Date) => Promise<Town>;
  readonly createForms: Readonly<Record<string, CreateForm>>;
  /** On which it begins. */
  readonly channel: string;
}

interface Scene {
  readonly forms: Readonly<Record<string, Form>>;
  readonly channel: string;
  readonly pass: (ms: number) => void;
}

/** What each sign at the beginning of a line means, and the lines that come of it. */
function actsIn(town: Town, { forms, channel, pass }: Scene): Readonly<Record<string, Act>> {
  let form = formOf(forms, channel);
  let told = '';
  const after =
    (act: Act): Act =>
    async (words) => {
      pass(minuteMs);
      const lines = await act(spelledOut(words).replace('(the code)', told));
      told = lines.flatMap((line) => line.match(code) ?? []).findLast((found) => found !== codeExample) ?? told;
      return lines.map((line) => line.replaceAll(reference, 'XXXXXXXX').replaceAll(code, maskedCode).replaceAll(id, 'ID'));
    };

  return {
    '>': (words) => after(form.say)(words),
    '*': (words) => after(pressing(form))(words),
    '@': async (words) => {
      const [, days] = /^(\d+) days? later$/.exec(words) ?? [];
      if (days) {
        pass(Number(days) * dayMs);
        return [];
      }
      const [, other] = /^on (\w+)$/.exec(words) ?? [];
      if (other) {
        form = formOf(forms, other);
        return [];
      }
      if (words === 'approaches')
        return (await town.approach()).flatMap(({ address, reply }) => [
          `< to ${address}:`,
          ...shownTexts([(reply.text ?? '').replaceAll(id, 'ID')]),
        ]);
      return after((what) => {
        const happened = form.happen(what);
        if (!happened) throw new Error(`nobody knows how to do this: ${what}`);
        return happened;
      })(words);
    },
    '!': async (words) => {
      const [said, what = ''] = words.split(' ');
      const act = officersActs.find((known) => known === said);
      if (!act) throw new Error(`an officer does no such thing: ${words}`);
      await town[act](what);
      return [];
    },
    '=': async (words) => {
      const [, sought] = /^anywhere (.+)$/.exec(words) ?? [];
      const rows = sought ? await town.holding(sought) : (await town.kept())[words];
      if (!rows) throw new Error(`nothing is kept as ${words}`);
      return (rows.length > 0 ? rows : ['(none)']).map((row) => `=   ${row}`);
    },
  };
}

const officersActs = ['publish', 'close', 'feedback', 'events', 'ask', 'approve'] as const;

function formOf(forms: Scene['forms'], channel: string): Form {
  const form = forms[channel];
  if (!form) throw new Error(`there is no channel ${channel}`);
  return form;
}

function pressing({ press }: Form): Act {
  if (!press) throw new Error('there is nothing to press on this channel');
  return press;
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
