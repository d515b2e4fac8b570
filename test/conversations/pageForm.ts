import type { Inbound, Recorded } from '#channels/channel.ts';
import { beginning, inboundFrom, joining, postedOf } from '#channels/page/posted.ts';
import { standingOf } from '#channels/page/standing.ts';
import { standingPage } from '#channels/page/standingPage.ts';
import { defaultLanguage, languages } from '#language/languages.ts';
import { loadWords } from '#language/words.ts';
import type { Filled } from '../channels/page/aBrowser.ts';
import { filledIn } from '../channels/page/filledIn.ts';
import { linesOf } from '../channels/page/linesOf.ts';
import type { CreateForm } from './form.ts';

/**
 * Plain pages: `@ starts BUSES` presses Start on its first page, `> seven` fills in what there is to write in and goes on, `* Shops` and
 * `* Price | Stops` choose and go on, `* Back` presses a button, `* page 2: Work` does so on the second page that was shown.
 */
export const pageForm: CreateForm = ({ town, language }) => {
  const words = loadWords();
  const spoken = languages.find((known) => known === language) ?? defaultLanguage;
  const title = 'this one';
  let keyword = '';
  const pages: string[] = [];
  const log: Recorded[] = [];
  const sent: Filled[] = [];
  const heard = new Set<string>();

  async function hear(inbound: Inbound): Promise<void> {
    const replies = await town.hear(inbound);
    if (heard.has(inbound.id)) return;
    heard.add(inbound.id);
    const said = { direction: 'in', activity: { type: 'message', text: inbound.text } } as const;
    for (const each of [said, ...replies.map((activity) => ({ direction: 'out', activity }) as const)]) {
      log.push({ ...each, sequence: log.length + 1, providerId: null, replyTo: null, at: new Date(0) });
    }
  }

  function show(): readonly string[] {
    const standing = standingOf(log);
    const form = { path: '/c/here', at: standing.last, signature: 'ours' };
    const page = standingPage({ standing, consultation: { title, keyword }, form, words });
    pages.push(page);
    // The consultation's name stands over every page.
    return linesOf(page)
      .slice(1)
      .map((line) => `< ${line}`);
  }

  async function send(filled: Filled): Promise<readonly string[]> {
    sent.push(filled);
    await hear(inboundFrom(postedOf(filled), 'somebody'));
    return show();
  }

  function hiddenIn(page: string): Filled {
    const fields = [...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)];
    return Object.fromEntries(fields.map(([, name, value]) => [name, value]));
  }

  const newest = () => pages.at(-1) ?? '';

  return {
    say: (text) => send({ ...hiddenIn(newest()), say: text }),
    press(what) {
      const [, number, pressed = what] = /^page (\d+): (.*)$/.exec(what) ?? [];
      const page = number ? (pages[Number(number) - 1] ?? '') : newest();
      return send({ ...hiddenIn(page), ...filledIn(page, pressed.split(' | ')) });
    },
    async happen(what) {
      const [, start] = /^starts (.+)$/.exec(what) ?? [];
      const [, again] = /^form (\d+) again$/.exec(what) ?? [];
      if (again) return send(sent[Number(again) - 1] ?? {});
      if (start === undefined) throw new Error(`nobody knows how to do this: ${what}`);
      keyword = start;
      await hear(joining('somebody', start, spoken));
      const about = log.at(-1)?.activity.asks?.about ?? '';
      if (about.endsWith(':intro')) await hear(beginning('somebody', { about, begin: 'begin' }));
      return show();
    },
  };
};
