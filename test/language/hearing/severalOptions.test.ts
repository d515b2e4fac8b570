import { hearOptions } from '#language/hearing/options.ts';

const ways = [
  { key: 'walk', labels: ['Walking and cycling', 'Pieszo i rowerem', 'Pe jos și cu bicicleta', 'Pėsčiomis ir dviračiu'] },
  { key: 'bus', labels: ['Bus', 'Autobus', 'Autobuz', 'Autobusas'] },
  { key: 'train', labels: ['Train', 'Pociąg', 'Tren', 'Traukinys'] },
  { key: 'car', labels: ['Own car', 'Samochód', 'Mașină', 'Automobilis'] },
  { key: 'none', labels: ['None of these', 'Żadne z nich', 'Niciunul', 'Nė vienas'] },
];
const many = Array.from({ length: 14 }, (_, i) => ({ key: `k${i + 1}`, labels: [`Thing ${'abcdefghijklmn'[i]}${i}`] }));

describe('several options', () => {
  it.each([
    ['1 3', 'walk train'],
    ['1,3', 'walk train'],
    ['1, 3', 'walk train'],
    ['3 1', 'train walk'],
    ['1 and 3', 'walk train'],
    ['1 & 3', 'walk train'],
    ['1+3', 'walk train'],
    ['1/3', 'walk train'],
    ['1, 2 and 4', 'walk bus car'],
    ['1. 3.', 'walk train'],
    ['1\n3', 'walk train'],
    ['1 and 3 please', 'walk train'],
    ['options 1 and 3', 'walk train'],
    ['2', 'bus'],
    ['bus, train', 'bus train'],
    ['Bus and train', 'bus train'],
    ['bus train', 'bus train'],
    ['train & bus', 'train bus'],
    ['walking and cycling', 'walk'],
    ['walking and cycling, bus', 'walk bus'],
    ['walking and cycling and bus', 'walk bus'],
    ['2 Bus, 4 Own car', 'bus car'],
    ['none of these', 'none'],
    ['5', 'none'],
    ['1 2 3 4', 'walk bus train car'],
  ])('in %j are %s for sure', (said, keys) => {
    expect(hearOptions(said, ways, 'en-GB')).toEqual({ ok: true, value: keys.split(' '), sure: true });
  });

  it.each([
    ['13', 'walk train'],
    ['124', 'walk bus car'],
    ['two and four', 'bus car'],
    ['two, four', 'bus car'],
    ['a c', 'walk train'],
    ['a, c and d', 'walk train car'],
    ['b', 'bus'],
    ['first and last', 'walk none'],
    ['the second and the third', 'bus train'],
    ['bus and trains', 'bus train'],
    ['trian, bus', 'train bus'],
    ['none', 'none'],
    ['none of them', 'none'],
    ['nothing', 'none'],
    ['bus, train, thanks', 'bus train'],
    ['I like walking and cycling', 'walk'],
    ['all', 'walk bus train car none'],
    ['all of them', 'walk bus train car none'],
    ['bus, my own car', 'bus car'],
  ])('in %j are %s, to be read back', (said, keys) => {
    expect(hearOptions(said, ways, 'en-GB')).toMatchObject({ ok: true, value: keys.split(' ') });
  });

  it.each([
    ['pl', '1 i 3', 'walk train'],
    ['pl', 'autobus i pociag', 'bus train'],
    ['pl', 'pieszo i rowerem oraz autobus', 'walk bus'],
    ['pl', 'dwa i cztery', 'bus car'],
    ['pl', 'żadne', 'none'],
    ['pl', 'zaden z nich', 'none'],
    ['lt', 'ne vienas', 'none'],
    ['ro', 'niciunul', 'none'],
    ['pl', 'wszystkie', 'walk bus train car none'],
    ['ro', '1 și 3', 'walk train'],
    ['ro', 'autobuz si tren', 'bus train'],
    ['ro', 'doi și patru', 'bus car'],
    ['ro', 'toate', 'walk bus train car none'],
    ['lt', '1 ir 3', 'walk train'],
    ['lt', 'autobusas ir traukinys', 'bus train'],
    ['lt', 'du ir keturi', 'bus car'],
    ['lt', 'visi', 'walk bus train car none'],
    ['lt', 'pirmas ir antras', 'walk bus'],
  ] as const)('in %s, %j are %s', (language, said, keys) => {
    expect(hearOptions(said, ways, language)).toMatchObject({ ok: true, value: keys.split(' ') });
  });

  it.each([
    ['6', 'out-of-range'],
    ['1 6', 'out-of-range'],
    ['16', 'out-of-range'],
    ['0', 'out-of-range'],
    ['two and seven', 'out-of-range'],
    ['1 1', 'twice'],
    ['11', 'twice'],
    ['bus, train, bus', 'twice'],
    ['2 and bus', 'twice'],
    ['1-3', 'unclear'],
    ['1 - 3', 'unclear'],
    ['1 to 3', 'unclear'],
    ['1 or 3', 'unclear'],
    ['banana', 'unclear'],
    ['bus and banana', 'unclear'],
    ['bus and no train', 'unclear'],
    ['not the bus', 'unclear'],
    ['', 'unclear'],
    ['2b', 'unclear'],
  ])('%j is refused: %s', (said, reason) => {
    expect(hearOptions(said, ways, 'en-GB')).toEqual({ ok: false, reason });
  });

  it('take "13" for the thirteenth where there is one, and never apart where there are ten or more', () => {
    expect(hearOptions('13', many, 'en-GB')).toEqual({ ok: true, value: ['k13'], sure: true });
    expect(hearOptions('1 13', many, 'en-GB')).toEqual({ ok: true, value: ['k1', 'k13'], sure: true });
    expect(hearOptions('13', many.slice(0, 11), 'en-GB')).toEqual({ ok: false, reason: 'out-of-range' });
  });
});
