import fc from 'fast-check';
import { codeExpiresAt, codeFrom, hearCode, mayTryCode, mostWrongInChannel, mostWrongOfOne } from '#consultations/resume/code.ts';

const secretBytes = fc.uint8Array({ minLength: 6, maxLength: 32 });

describe('a resume code', () => {
  it('is heard as it was told, however it is copied', () => {
    const copied = fc.constantFrom(
      (code: string) => code,
      (code: string) => code.toLowerCase(),
      (code: string) => code.replaceAll('-', ' '),
      (code: string) => `Code: ${code}.`,
      (code: string) => ` ${code.replaceAll('-', ' – ')} `,
      (code: string) => code.replaceAll('-', '—'),
      (code: string) => code.replaceAll('-', '\u2011'),
      (code: string) => code.replaceAll('-', ', '),
      (code: string) => `“${code}”!`,
      (code: string) => `my code is ${code.replaceAll('-', '').toLowerCase()}`,
      (code: string) => `Mój kod to ${code}`,
      (code: string) => `code ${[...code.replaceAll('-', '')].join(' ')}`,
      (code: string) => code.replaceAll('8', 'B').replaceAll('6', 'G').replaceAll('2', 'z').replaceAll('M', 'n'),
    );
    fc.assert(
      fc.property(secretBytes, copied, (bytes, copy) => {
        const code = codeFrom(bytes);
        fc.pre(/[A-Z]/.test(code));
        expect(hearCode(copy(code))).toEqual({ code });
      }),
    );
  });

  it('is heard in our own sentence, passed on as it was sent', () => {
    const sentence = 'To go on with another phone or a computer, type this code there: MK9C-7K3X-8374. It works until 13 December 2026.';
    expect(hearCode(sentence)).toEqual({ code: 'MK9C-7K3X-8374' });
  });

  it('is heard of figures alone where they are called a code, or stand in three groups', () => {
    for (const said of ['2223-3344-4666', '2223 3344 4666', 'code 222333444666'])
      expect(hearCode(said)).toEqual({ code: '2223-3344-4666' });
  });

  it('is three groups of four signs that look like no others', () => {
    fc.assert(fc.property(secretBytes, (bytes) => expect(codeFrom(bytes)).toMatch(/^[2346789CFHJKMRWX]{4}(-[2346789CFHJKMRWX]{4}){2}$/)));
  });

  it.each([
    ...[
      '234678923',
      '2 3 4 6 7 8 9 2 3',
      '234678923467',
      '12',
      'NN16 0AP',
      'kod pocztowy NN16 0AP',
      'code NN16 0AP',
      'hello',
      'HJK-MRW',
      'KKK MMM RRR XX',
    ],
    ...['my code', 'the 123 bus', '12-Nov-2026', '24-nov-26', '07700 900-123', 'call 234-678-923 after six', 'the co-op on 2nd-ave'],
  ])('%s is none', (said) => {
    expect(hearCode(said)).toBeUndefined();
  });

  it.each([
    ...['222-333-44O', 'MK9-7K3-0O1', 'mk9-7k3-83', 'MK9-7K3-8379', 'code MK97K3O37', 'my code is mk9 7k3 83a'],
    ...['MK9C-7K3X-837', 'mk9c-7k3x-83741', 'MK9C-7K3-8374', 'MK9C-7K3X-837O', 'code MK9C7K3X837', 'my code is mk9c 7k3x 837a'],
  ])('%s is one but for a slip', (said) => {
    expect(hearCode(said)).toBe('mistyped');
  });

  it('works for two weeks, and never past the end of the consultation', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    expect(codeExpiresAt(now, new Date('2027-01-31T23:59:59Z'))).toEqual(new Date('2026-12-07T10:00:00Z'));
    expect(codeExpiresAt(now, new Date('2026-11-30T23:59:59Z'))).toEqual(new Date('2026-11-30T23:59:59Z'));
  });

  it('is tried five times in an hour by one person, however few the others try', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 }), fc.nat({ max: mostWrongInChannel - 1 }), (ofThisPerson, others) => {
        const wrong = { ofThisPerson, inChannel: Math.max(ofThisPerson, others) };
        expect(mayTryCode(wrong)).toBe(ofThisPerson < mostWrongOfOne);
      }),
    );
  });

  it('cannot be found by trying as many as are heard on web chat and plain pages, day and night, in ten years', () => {
    const openResponses = 10_000;
    const aDay = 2 * 24 * mostWrongInChannel;
    expect((aDay * openResponses) / 16 ** 12).toBeLessThan(1 / 3650);
    expect(mayTryCode({ ofThisPerson: 0, inChannel: mostWrongInChannel })).toBe(false);
  });
});
