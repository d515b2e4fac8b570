import { aboutYouKey, newReference, newSecret, respondentKey } from '#consultations/keys.ts';

const secret = new Uint8Array(32).fill(7);
const person = '0b8f6a52-5d55-4a4e-9d53-0d1f5f3a1c11';

describe('keyed hashes', () => {
  test('find the same person again in the same consultation', () => {
    expect(respondentKey(secret, person)).toBe(respondentKey(secret, person));
    expect(respondentKey(secret, person)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('link nobody from one consultation to another', () => {
    expect(respondentKey(newSecret(), person)).not.toBe(respondentKey(newSecret(), person));
  });

  test('never agree between a respondent and the holder of about-you answers', () => {
    expect(aboutYouKey(secret, person)).not.toBe(respondentKey(secret, person));
  });
});

describe('a reference', () => {
  test('is eight letters and figures that are not mistaken for one another, and spells nothing', () => {
    for (let i = 0; i < 200; i++) expect(newReference()).toMatch(/^[BCDFGHJKMNPQRTVWXY346789]{8}$/);
  });

  test('is not given twice', () => {
    expect(new Set(Array.from({ length: 5000 }, newReference)).size).toBe(5000);
  });
});
