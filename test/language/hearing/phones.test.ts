import { hearMobile } from '#language/hearing/phones.ts';

describe('a mobile number', () => {
  it.each([
    '07700 900123',
    '07700900123',
    '+447700900123',
    '+44 (0)7700 900 123',
    '0044 7700 900123',
    '44 7700 900123',
    '7700 900123',
    '(07700) 900-123',
    'my number is 07700 900123 thanks',
    'o7700 9oo123',
    '+44 07700 900123',
  ])('%j is +447700900123', (said) => {
    expect(hearMobile(said)).toEqual({ ok: true, value: '+447700900123', sure: true });
  });

  it.each([
    ['01632 960199', 'landline'],
    ['020 7946 0123', 'landline'],
    ['0808 157 0123', 'landline'],
    ['+44 1632 960199', 'landline'],
    ['070' + ' 0090 0123', 'landline'],
    ['076' + '00 900123', 'landline'],
    ['+1 500 555 0006', 'foreign'],
    ['00' + '1 500 555 0006', 'foreign'],
    ['07700 9001', 'not-a-number'],
    ['07700 900123' + '4', 'not-a-number'],
    ['my mobile', 'not-a-number'],
    ['', 'not-a-number'],
    ['07700 900123 or 07700 900124', 'not-a-number'],
    ['NN99 1AA', 'not-a-number'],
  ])('%j is refused as %s', (said, reason) => {
    expect(hearMobile(said)).toEqual({ ok: false, reason });
  });
});
