import { offerInWords } from '#src/cli/offerInWords.ts';

test('an offer is read line by line, without keys of ours and without what was not said', () => {
  const record = {
    id: 'a1',
    name: 'Knit and Natter',
    phones: [{ id: 'b2', number: '01632 960555' }],
    description: '',
    organization: { id: 'c3', name: 'Knitters', description: '' },
    service_at_locations: [
      { id: 'd4', location: { name: 'Library', addresses: [{ address_1: 'Market Street', city: '', country: 'GB' }] } },
    ],
  };
  expect(offerInWords(record)).toEqual([
    '  name: Knit and Natter',
    '  phones number: 01632 960555',
    '  organization name: Knitters',
    '  location name: Library',
    '  addresses address 1: Market Street',
  ]);
});
