import { loadWords } from '#language/words.ts';
import { mountPages } from '#src/pages/index.ts';
import type { OpenConsultation, PagesNeeds } from '#src/pages/needs.ts';
import { aServer, type TestServer } from '../http/aServer.ts';

export const parksOpen: OpenConsultation = {
  key: 'parks-2027',
  title: { en: 'Parks & <script>alert("x")</script>', pl: 'Parki' },
  summary: { en: `Say "what" you think of 'them' & why`, pl: 'Co naprawić?' },
  keyword: 'PARKS',
};

/** The pages alone, on a server of their own. */
export function aSite(needs: Partial<PagesNeeds> = {}): Promise<TestServer> {
  const publicUrl = needs.publicUrl ?? 'http://localhost:3978';
  return aServer(
    ({ routes }) =>
      mountPages(routes, {
        publicUrl,
        origins: [],
        words: loadWords(),
        council: { name: undefined, contact: undefined },
        number: '+447700900999',
        forDevelopers: false,
        open: async () => [parksOpen],
        ...needs,
      }),
    { publicUrl },
  );
}
