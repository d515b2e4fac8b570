import type { Activity } from 'botbuilder';
import type { Reply } from '../channel.ts';

/** What we say, as Teams shows it. Never Markdown: what is quoted may hold its signs. */
export function rendered({ text = '', type = 'message' }: Reply): Partial<Activity> {
  return { type, text, textFormat: 'plain' };
}
