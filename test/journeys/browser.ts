import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, Result } from 'axe-core';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

/** Debian's, by `apt-get install -y chromium`; another by CHROMIUM. */
const path = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const hasChromium = existsSync(path);

/** What a file says instead of its tests where there is no browser. */
export const noChromium = `no browser is tested: there is no ${path} (apt-get install -y chromium, or set CHROMIUM)`;

/** It must not call anywhere by itself, and runs as root in a container. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: path, args });
}

/** Not as a script of the page: our pages allow none. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds against WCAG 2.2 AA and good practice on a page as it is shown: rule and place, a line each. Words in the very colour of what is
 * behind them, of which axe is not sure, are among it.
 */
export async function axeFindings(page: Page | Frame): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate<AxeResults>(`axe.run(document, { runOnly: ${JSON.stringify(rules)} })`);
  return [...violations.map(asFindings), ...incomplete.map(onlyInvisible).map(asFindings)].flat();
}

const asFindings = ({ id, nodes }: Result) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`);

function onlyInvisible(result: Result): Result {
  return { ...result, nodes: result.nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio')) };
}
