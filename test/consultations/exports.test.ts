import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { resultsAsCsv } from '#consultations/export/csv.ts';
import { resultsAsJson } from '#consultations/export/json.ts';
import { resultsAsXlsx } from '#consultations/export/xlsx.ts';
import { csvOf } from '#files/csv.ts';
import { resultsSaying } from './builders.ts';

const cellsOf = (csv: string) => readCsv(csv.replace(/^\ufeff/, ''));
const said = (words: string) => {
  const [heading, row] = cellsOf(csvOf({ columns: ['said', 'next'], rows: [[words, 'x']] }));
  return { heading, cell: row?.[0], next: row?.[1] };
};

const dangerous = [
  '=1+1',
  '+44',
  '-1',
  '@SUM(A1)',
  '|calc',
  '%0A=1',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '\u200b=1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
];
const harmless = ['No bus', '5 - 6 times', "it's", 'a,b', 'say "no"', 'line\nline', 'line\r\nline', 'אין אוטובוס', '🚲', ''];

describe('CSV', () => {
  test.each(dangerous)('a cell that begins like %j is at rest', (words) => {
    expect(said(words)).toEqual({ heading: ['said', 'next'], cell: `'${words}`, next: 'x' });
  });

  test.each(harmless)('%j is kept as it was said', (words) => {
    expect(said(words)).toMatchObject({ cell: words, next: 'x' });
  });

  test('any words come back, one cell each, and none begins like a formula', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'=+-@|%\t\r\n",;\'\u202e x5א') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), signs), (words) => {
        const { cell = '' } = said(words);
        expect([words, `'${words}`]).toContain(cell);
        expect(cell).not.toMatch(/^\s*[=+\-@|%]|^[\t\r\n]/);
      }),
    );
  });

  test('numbers stay numbers, below zero too', () => {
    expect(cellsOf(csvOf({ columns: ['n'], rows: [[-5], [1.5], [null]] }))).toEqual([['n'], ['-5'], ['1.5'], ['']]);
  });

  test('begins with the mark by which Excel knows UTF-8', () => {
    expect(csvOf({ columns: ['zażółć'], rows: [] })).toBe('\ufeffzażółć\r\n');
  });

  test('is a file for each table, with the responses first', () => {
    const files = resultsAsCsv(resultsSaying('No bus'));
    expect(files.map(({ name }) => name)).toEqual(['responses', 'codebook', 'about-you', 'counts']);
    expect(cellsOf(files[0]?.text ?? '')).toEqual([
      [
        'reference',
        'status',
        'channel',
        'language',
        'place',
        'capacity',
        'council',
        'minute',
        'version',
        'started',
        'submitted',
        'visit',
        'barrier',
        'happy',
      ],
      [
        'BCDF3467',
        'submitted',
        'sms',
        'en-GB',
        '',
        'own',
        '',
        '',
        '1',
        '2026-11-02T10:00:00.000Z',
        '2026-11-02T10:05:00.000Z',
        'rarely',
        'No bus',
        '4',
      ],
    ]);
    expect(cellsOf(files[2]?.text ?? '').slice(1)).toEqual([
      ['age', 'How old are you?', '16-24', '16 to 24', '12', '2026-11-01', '16'],
      ['age', 'How old are you?', '(not answered)', 'Not answered', 'hidden', '2026-11-01', '16'],
    ]);
  });

  test('has no equality totals before there are any', () => {
    const [, , aboutYou] = resultsAsCsv({ ...resultsSaying('No bus'), aboutYou: null });
    expect(cellsOf(aboutYou?.text ?? '')).toEqual([['question', 'text', 'answer', 'label', 'responses sent', 'as of', 'of responses']]);
  });
});

describe('JSON', () => {
  test('tells a skipped question from one that was not asked, and hides what is small', () => {
    const { responses, aboutYou } = JSON.parse(resultsAsJson(resultsSaying('No bus')));
    expect(responses[0].answers).toEqual({ visit: 'rarely', barrier: 'No bus', happy: 4 });
    expect(aboutYou).toMatchObject({ takenAt: '2026-11-01T23:30:00.000Z', responses: 16 });
    expect(aboutYou.totals[0].rows[1].count).toBeNull();
  });
});

describe('the workbook', () => {
  const parts = async (words: string) =>
    Object.entries(unzipSync(await resultsAsXlsx(resultsSaying(words)))).map(([name, bytes]) => ({ name, xml: strFromU8(bytes) }));

  test('has a sheet for each table', async () => {
    const workbook = (await parts('No bus')).find(({ name }) => name === 'xl/workbook.xml');
    expect([...(workbook?.xml ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Responses',
      'Codebook',
      'About you',
      'Counts',
    ]);
  });

  test.each([...dangerous, '<f>1+1</f>', ']]>', 'bell\u0007', '\ud800 half'])('%j is a text and no formula', async (words) => {
    for (const { name, xml } of await parts(words)) {
      expect({ name, formula: /<f[ >]/.test(xml) }).toEqual({ name, formula: false });
      expect({ name, unseen: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) }).toEqual({ name, unseen: false });
    }
  });

  test('has the words as they were said', async () => {
    const all = (await parts('=cmd & "co" <x>')).map(({ xml }) => xml).join();
    expect(all).toMatch(/=cmd &amp; (&quot;|")co(&quot;|") &lt;x(&gt;|>)/);
  });
});

/** RFC 4180, read the plain way, so that the writer is not tried by itself. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
