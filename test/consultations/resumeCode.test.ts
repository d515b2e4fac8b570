import fc from 'fast-check';
import { codeExpiresAt, codeFrom, hearCode, mayTryCode } from '#consultations/resume/code.ts';

const secretBytes = fc.uint8Array({ minLength: 5, maxLength: 32 });

describe('a resume code', () => {
  it('is heard as it was told, however it is copied', () => {
    const copied = fc.constantFrom(
      (code: string) => code,
      (code: string) => code.toLowerCase(),
      (code: string) => code.replaceAll('-', ' '),
      (code: string) => `Code: ${code}.`,
      (code: string) => ` ${code.replaceAll('-', ' – ')} `,
    );
    fc.assert(fc.property(secretBytes, copied, (bytes, copy) => expect(hearCode(copy(codeFrom(bytes)))).toBe(codeFrom(bytes))));
  });

  it('is three groups of three signs that look like no others', () => {
    fc.assert(fc.property(secretBytes, (bytes) => expect(codeFrom(bytes)).toMatch(/^[2346789CFHJKMRWX]{3}(-[2346789CFHJKMRWX]{3}){2}$/)));
  });

  it.each(['234678923', '12', 'NN16 0AP', 'hello', 'HJK-MRW', 'KKK MMM RRR XXX', 'my code', '222-333-44O'])('%s is none', (said) => {
    expect(hearCode(said)).toBeUndefined();
  });

  it('works for two weeks, and never past the end of the consultation', () => {
    const now = new Date('2026-11-23T10:00:00Z');
    expect(codeExpiresAt(now, new Date('2027-01-31T23:59:59Z'))).toEqual(new Date('2026-12-07T10:00:00Z'));
    expect(codeExpiresAt(now, new Date('2026-11-30T23:59:59Z'))).toEqual(new Date('2026-11-30T23:59:59Z'));
  });

  it('cannot be found by trying: five wrong ones of one person in an hour, five hundred of everybody', () => {
    expect(mayTryCode({ ofThisPerson: 4, inAll: 499 })).toBe(true);
    expect(mayTryCode({ ofThisPerson: 5, inAll: 5 })).toBe(false);
    expect(mayTryCode({ ofThisPerson: 0, inAll: 500 })).toBe(false);
  });
});
