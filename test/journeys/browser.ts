import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

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

/** What axe finds against WCAG 2.2 AA and good practice on a page as it is shown: rule and place, a line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Not as a script of the page: our pages allow none.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
