import type { LiveConsultation } from '#consultations';
import { introduced } from '#consultations/introduced.ts';
import { aDefinition } from './builders.ts';

const definition = aDefinition({
  title: { en: 'Your parks', pl: 'Wasze parki' },
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2027-02-01T00:00:00.000Z',
});
const live: LiveConsultation = {
  key: 'parks',
  version: 1,
  definition,
  publishedAt: new Date(0),
  closedAt: null,
  secret: new Uint8Array(32),
};
const on = (day: string, changes: Partial<LiveConsultation> = {}) => introduced({ ...live, ...changes }, 'en-GB', new Date(day));

test('a consultation is introduced in the words of a language, with its days in words', () => {
  expect(on('2026-11-23')).toMatchObject({ title: 'Your parks', opensOn: '1 November 2026', lastDay: '31 January 2027', state: 'open' });
  expect(introduced(live, 'pl', new Date('2026-11-23'))).toMatchObject({ title: 'Wasze parki', lastDay: '31 stycznia 2027' });
});

test('it is not yet open, open, or closed: on its last day, or on the day that an officer closed it', () => {
  expect(on('2026-10-01').state).toBe('notYetOpen');
  expect(on('2027-02-02')).toMatchObject({ state: 'closed', closedOn: '31 January 2027' });
  expect(on('2026-11-23', { closedAt: new Date('2026-11-20T12:00:00Z') })).toMatchObject({ state: 'closed', closedOn: '20 November 2026' });
});
