import { parseBroadcast } from '#broadcasts/file/parse.ts';
import { messageFor } from '#broadcasts/sending/message.ts';
import { aBroadcast } from './aCouncil.ts';

function said(text: string): string {
  const parsed = parseBroadcast(aBroadcast({ text }));
  if (!parsed.ok) throw new Error('refused');
  return messageFor(parsed.definition, 'sms', 'en-GB', () => 'To end these, reply STOP.').text;
}

test.each([
  'Have your say: parks. Reply PARKS, or reply STOP.',
  'Have your say. Text STOP to end these.',
  'Powiedz nam. Odpisz STOP, aby nie dostawać SMS-ów.',
  'Have your say. To end these text "STOP"',
])('an officer who says how to stop is left with it: %s', (text) => {
  expect(said(text)).toBe(text);
});

test.each([
  'Have your say: parks. Reply PARKS.',
  'STOP the road closure? Have your say.',
  'Help us STOP fly-tipping. Reply TIP.',
  'A bus STOP for Mill Lane: reply BUS.',
])('nobody is left without it for a word that looks like it: %s', (text) => {
  expect(said(text)).toBe(`${text}\nTo end these, reply STOP.`);
});
