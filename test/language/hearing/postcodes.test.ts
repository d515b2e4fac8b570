import { hearPostcode } from '#language/hearing/postcodes.ts';

describe('a postcode', () => {
  it.each(['NN16 0AP', 'nn16 0ap', 'NN160AP', 'NN1 60AP', 'nn16-0ap', 'NN16 0AP.', ' N N 1 6 0 A P ', '(NN16 0AP)', 'NN16\n0AP'])(
    '%j is NN16 0AP for sure',
    (said) => {
      expect(hearPostcode(said)).toEqual({ ok: true, value: { postcode: 'NN16 0AP', outcode: 'NN16' }, sure: true });
    },
  );

  it.each([
    'nn16 oap',
    'NNI6 0AP',
    'NN16OAP',
    "it's NN16 0AP",
    'my postcode is nn16 0ap thanks',
    'I live at 12 High Street, Kettering NN16 0AP',
    'mieszkam w NN16 0AP',
    'I live at NN1 60AP',
    'nn16 0ap, or NN16 0AP',
  ])('%j is NN16 0AP, to be read back', (said) => {
    expect(hearPostcode(said)).toEqual({ ok: true, value: { postcode: 'NN16 0AP', outcode: 'NN16' }, sure: false });
  });

  it.each([
    ['NN16', 'NN16', true],
    ['nn 16', 'NN16', true],
    ['E1', 'E1', true],
    ['EC1A', 'EC1A', true],
    ['I live in NN16', 'NN16', false],
    ['nn16 please', 'NN16', false],
    ['NN16 0A', 'NN16', false],
    ['NN16?', 'NN16', true],
    ['we are in NN16 by the park', 'NN16', false],
  ])('%j is the district %s', (said, outcode, sure) => {
    expect(hearPostcode(said)).toEqual({ ok: true, value: { postcode: outcode, outcode }, sure });
  });

  it.each([
    ['W1A 1AA', 'W1A'],
    ['M1 1AE', 'M1'],
    ['EC1A 1BB', 'EC1A'],
    ['CR2 6XH', 'CR2'],
    ['DN55 1PT', 'DN55'],
    ['PE8 4AA', 'PE8'],
    ['LE16 7AA', 'LE16'],
  ])('%s is in %s', (said, outcode) => {
    expect(hearPostcode(said)).toMatchObject({ ok: true, value: { outcode } });
  });

  it.each([
    'GIR 0AA',
    'BFPO 12',
    'BF1 2AA',
    'QQ1 1AA',
    'Kettering',
    '12345',
    '07700 900123',
    '',
    'no',
    'no 7',
    'NN',
    '???',
    'I do not know it',
    'NN16 0AP or NN8 1AA',
    '2',
    'abc',
    'skip',
    'I live at number 12',
  ])('%j is none', (said) => {
    expect(hearPostcode(said)).toEqual({ ok: false, reason: 'not-a-postcode' });
  });
});
