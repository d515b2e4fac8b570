import { readFile } from 'node:fs/promises';
import type { Request, Response, Server } from 'restify';

export interface OpenConsultation {
  readonly title: string;
  readonly summary: string;
  readonly keyword: string;
}

export interface FrontPage {
  /** What can be answered now. */
  open(): Promise<readonly OpenConsultation[]>;
  /** The number to text, where there is one. */
  readonly number: string | undefined;
  /** Says how to try it from a terminal; not for residents. */
  readonly forDevelopers: boolean;
}

/** `/`: what this is and how to try it. */
export function mountFrontPage(server: Server, page: FrontPage): void {
  const style = readFile(new URL('./public/folkmoot.css', import.meta.url), 'utf8');
  server.get('/folkmoot.css', async (_request: Request, response: Response) => {
    response.sendRaw(200, await style, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'public, max-age=3600' });
  });
  server.get('/', async (_request: Request, response: Response) => {
    response.sendRaw(200, frontPage(await page.open(), page), { 'Content-Type': 'text/html; charset=utf-8' });
  });
}

function frontPage(open: readonly OpenConsultation[], { number, forDevelopers }: FrontPage): string {
  const text = number
    ? `Text the word to <a href="sms:${escaped(number)}">${escaped(number)}</a>.`
    : 'Text messages are not set up here yet.';
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Folkmoot: your council listens</title>
<link rel="stylesheet" href="/folkmoot.css">
</head>
<body>
<main>
<h1>Folkmoot: your council listens</h1>
<p>Your council asks short questions about what it is going to decide. You can answer by text message from any phone.</p>
<h2>What you can answer now</h2>
${open.length > 0 ? `<ul>\n${open.map(item).join('\n')}\n</ul>\n<p>${text}</p>` : '<p>Nothing is open just now.</p>'}
${forDevelopers ? developers : ''}
</main>
</body>
</html>
`;
}

function item({ title, summary, keyword }: OpenConsultation): string {
  return `<li><strong>${escaped(title)}</strong>: ${escaped(summary)} The word is <kbd>${escaped(keyword)}</kbd>.</li>`;
}

const developers = `<h2>Try it in a terminal</h2>
<pre><code>npm run -s folkmoot -- talk --as sms</code></pre>
<p>Then read the answers as an officer does:</p>
<pre><code>npm run -s folkmoot -- consultation list
npm run -s folkmoot -- consultation results parks-2027</code></pre>`;

/** Text in HTML is only ever text. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
