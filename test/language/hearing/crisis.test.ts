import fc from 'fast-check';
import { hearCrisis } from '#language/hearing/crisis.ts';

describe('somebody is in need', () => {
  it.each([
    ['I want to kill myself', 'harm'],
    ['i just want to die', 'harm'],
    ["I can't go on any more", 'harm'],
    ['suicide', 'harm'],
    ['i feel like ending it all', 'harm'],
    ['I do not want to live any more', 'harm'],
    ['I cannot go on any more', 'harm'],
    ['my life is not worth living', 'harm'],
    ['theres no point in living', 'harm'],
    ['i want to harm myself', 'harm'],
    ['he beat me up again', 'abuse'],
    ['my husband is violent', 'abuse'],
    ['someone is hurting me', 'abuse'],
    ['he says he will hurt me', 'danger'],
    ['someone is in my house', 'danger'],
    ['mam dość życia', 'harm'],
    ['życie nie ma sensu', 'harm'],
    ['mąż jest agresywny', 'abuse'],
    ['boję się o swoje życie', 'danger'],
    ['nu vreau să mai trăiesc', 'harm'],
    ['sunt bătută', 'abuse'],
    ['e cineva in casa mea', 'danger'],
    ['gyvenimas neturi prasmes', 'harm'],
    ['bijau savo vyro', 'abuse'],
    ['kažkas yra mano namuose', 'danger'],
    ['been cutting myself again', 'harm'],
    ['i took an overdose', 'harm'],
    ['My husband beats me', 'abuse'],
    ['he hits me and the kids', 'abuse'],
    ['im scared of my ex', 'abuse'],
    ['Domestic abuse', 'abuse'],
    ['i was raped', 'abuse'],
    ['I AM IN DANGER', 'danger'],
    ['he has a knife', 'danger'],
    ['help me please', 'danger'],
    ['chcę się zabić', 'harm'],
    ['nie chce mi sie zyc', 'harm'],
    ['Mąż mnie bije', 'abuse'],
    ['jestem w niebezpieczeństwie', 'danger'],
    ['vreau să mor', 'harm'],
    ['sotul ma bate', 'abuse'],
    ['sunt în pericol', 'danger'],
    ['nebenoriu gyventi', 'harm'],
    ['vyras mane muša', 'abuse'],
    ['kazkas mane seka', 'danger'],
  ])('%s', (said, kind) => {
    expect(hearCrisis(said)).toBe(kind);
  });

  it.each([
    ['i want to kil myself', 'harm'],
    ['feeling suisidal', 'harm'],
    ['i feel like endign it all', 'harm'],
    ['i want to harm myslef', 'harm'],
    ['chce umrzec', 'harm'],
    ['mysli samobojcze', 'harm'],
    ['vreau sa mor', 'harm'],
    ['ganduri de sinucidre', 'harm'],
    ['noriu nusizudyt', 'harm'],
    ['thinking about sucide', 'harm'],
    ['my partnr hits me', 'abuse'],
    ['my husbend beats me', 'abuse'],
    ['my boyfreind hits me', 'abuse'],
    ['im being folowed', 'danger'],
    ['dont want to be here anymoer', 'harm'],
  ])('is heard through slips: %s', (said, kind) => {
    expect(hearCrisis(said)).toBe(kind);
  });
});

it.each([
  'just killing time',
  'the path is a dead end',
  'I am dying to see the new playground',
  'a cake to die for',
  'beats me',
  'that would be political suicide',
  'more money for suicide prevention',
  'I fell and hurt myself on the slide',
  'children are in danger from cars',
  'it is not safe to cross there at night',
  'the noise hurts my ears',
  'the price hits me in the pocket',
  'dogs attacked my dog',
  'an abuse of power by the council',
  'the heating is killing us with the bills',
  'he hit the post',
  'umieram ze śmiechu',
  'nudno, zabijam czas',
  'mor de foame',
  'lietus muša į langą',
  'yes',
  '2',
  'every week',
  'I am tired of living with damp',
  'there is no point going on the bus',
  'the play area is falling to bits and the bus is not on any more',
  'he beat me at chess',
  'heart attack recovery group',
  'it is not worth it any more',
  'I can smell cut grass',
  'we are done with life in the town centre car parks',
  'serce mi bije',
  'nie ma sensu jechać autobusem',
  'viața în sat este frumoasă',
  'bijau šunų parke',
  'nematau prasmės pildyti anketos',
])('%s is an ordinary thing to say', (said) => {
  expect(hearCrisis(said)).toBeUndefined();
});

it('takes no time to speak of, whatever is said', () => {
  const words = fc.constantFrom('i', 'want', 'to', 'he', 'hits', 'husband', 'mane', 'vreau', 'nie', 'chce', 'kill');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 400 }), (said) => {
      const began = performance.now();
      hearCrisis(said.join(' '));
      expect(performance.now() - began).toBeLessThan(200);
    }),
    { numRuns: 20 },
  );
});
