import type { Received } from './received.ts';

/** What a person said, without our own name before it, which Teams puts into every message of a channel or a group. */
export function spokenIn({ text, entities, recipient }: Received): string {
  const calls = (entities ?? []).filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
  const bare = calls.reduce((left, { text: call }) => (call ? left.replace(call, ' ') : left), text ?? '');
  // A mention of anybody else is their name.
  return decoded(bare.replaceAll(/<\/?at\b[^>]*>/g, ''));
}

/** Teams writes these signs as HTML does, in plain text too. */
const signs: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function decoded(text: string): string {
  return text.replaceAll(/&(nbsp|lt|gt|quot|#39|amp);/g, (sign) => signs[sign] ?? sign).trim();
}
