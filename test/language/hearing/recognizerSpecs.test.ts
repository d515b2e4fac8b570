import { existsSync, readFileSync } from 'node:fs';
import { hearDate } from '#language/hearing/dates.ts';

/**
 * The date cases of the recognizers' own English specification, many of which its JavaScript build does not support. It is American: figures
 * are month first and "next Friday" may differ, so cases with figures like 7/6 are left out. Lies beside the project, not in it.
 */
const folder = new URL('../../../../shared/data/recognizers/Specs/DateTime/English/', import.meta.url);
const present = existsSync(folder);
if (!present) console.info('The specification of the recognizers is not beside the project: its dates are not compared.');

interface SpecCase {
  readonly Input: string;
  readonly Context?: { readonly ReferenceDateTime?: string };
  readonly NotSupported?: string;
  readonly Results: readonly {
    readonly TypeName: string;
    readonly Resolution?: { readonly values?: readonly { readonly value?: string }[] };
  }[];
}

interface DateCase {
  readonly said: string;
  readonly today: string;
  readonly dates: readonly string[];
  readonly supported: boolean;
}

function dateCases(): readonly DateCase[] {
  const text = readFileSync(new URL('DateTimeModel.json', folder), 'utf8').replace(/^\uFEFF/, '');
  return (JSON.parse(text) as readonly SpecCase[]).flatMap(({ Input, Context, Results, NotSupported }) => {
    const [only, ...others] = Results;
    const dates = (only?.Resolution?.values ?? []).flatMap(({ value }) => (value && /^\d{4}-\d\d-\d\d$/.test(value) ? [value] : []));
    const today = Context?.ReferenceDateTime?.slice(0, 10);
    if (!only || others.length > 0 || !only.TypeName.endsWith('.date') || dates.length === 0 || !today) return [];
    if (/\d\s?[-/.]\s?\d/.test(Input)) return [];
    return [{ said: Input, today, dates, supported: !/javascript/i.test(NotSupported ?? '') }];
  });
}

describe('the dates of the recognizers’ specification', () => {
  const cases = present ? dateCases() : [];
  const outcomes = cases.map((spec) => {
    const heard = (['past', 'future'] as const).map((lean) => hearDate(spec.said, 'en-GB', { today: spec.today, lean }));
    const values = heard.flatMap((one) => (one.ok ? [one.value] : []));
    return { ...spec, values, agrees: values.some((value) => spec.dates.includes(value)) };
  });
  const percent = (of: typeof outcomes) => Math.round((100 * of.filter(({ agrees }) => agrees).length) / of.length);

  if (!present) {
    it('are not beside the project', () => expect(present).toBe(false));
    return;
  }

  it('are mostly heard as specified, those that its JavaScript does not support among them', () => {
    expect(percent(outcomes)).toBeGreaterThanOrEqual(70);
    expect(percent(outcomes.filter(({ supported }) => !supported))).toBeGreaterThanOrEqual(70);
  });

  it('are never heard as another day, but for "last Wednesday": said on a Thursday it is yesterday here, and a week earlier there', () => {
    const astray = outcomes.filter(({ values, agrees }) => values.length > 0 && !agrees).map(({ said }) => said);
    expect(astray).toEqual(['Where were you on previous Wednesday?', 'Where were you on last Wednesday?']);
  });
});
