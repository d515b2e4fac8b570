import type { Filled } from './aBrowser.ts';
import { unescaped } from './linesOf.ts';

/**
 * What a page's form sends when somebody presses a button by its name, or makes these choices (labels, in order) and goes on. The page's
 * own names and values are used, so that what is not there cannot be chosen.
 */
export function filledIn(html: string, pressed: readonly string[]): Filled {
  const [only = ''] = pressed;
  const button = pressed.length === 1 ? buttonNamed(html, only) : undefined;
  if (button) return button;
  const lists = [...html.matchAll(/<select[^>]*name="(place\d+)">([\s\S]*?)<\/select>/g)];
  if (lists.length > 0) {
    return Object.fromEntries(lists.map(([, name, options = ''], place) => [name, valueNamed(options, pressed[place])]));
  }
  return { say: pressed.map((label) => choiceNamed(html, label)) };
}

function buttonNamed(html: string, label: string): Filled | undefined {
  if (html.includes(`<button>${label}</button>`)) return {};
  const buttons = [...html.matchAll(/<button[^>]*?name="(\w+)" value="([^"]*)"[^>]*>([^<]*)<\/button>/g)];
  const found = buttons.find(([, , , name]) => unescaped(name ?? '') === label);
  return found && { [found[1] ?? '']: unescaped(found[2] ?? '') };
}

function choiceNamed(html: string, label: string): string {
  const choices = [...html.matchAll(/<input type="(?:radio|checkbox)"[^>]*? value="([^"]*)"[^>]*><label[^>]*>([^<]*)<\/label>/g)];
  const found = choices.find(([, , name]) => unescaped(name ?? '') === label);
  if (!found) throw new Error(`the page has no ${label}`);
  return unescaped(found[1] ?? '');
}

function valueNamed(options: string, label: string | undefined): string {
  if (label === undefined || label === '') return '';
  const found = [...options.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)<\/option>/g)].find(
    ([, , name]) => unescaped(name ?? '') === label,
  );
  if (!found) throw new Error(`the list has no ${label}`);
  return unescaped(found[1] ?? '');
}
