/** What somebody says, and what must be in the reply. */
export interface Step {
  readonly said: string;
  readonly expects: readonly string[];
}

/** Somebody invented, who answers as their number tells: no two give the same answers, so that a mixed-up reply shows. */
export interface Person {
  readonly number: string;
  readonly answers: Answers;
  readonly steps: readonly Step[];
}

/** As they must be found in the database, by question key. */
export interface Answers {
  readonly visit: 'weekly' | 'monthly' | 'rarely';
  readonly happy: number;
  readonly dog: boolean;
  readonly walk: number;
  readonly mend: string;
}

const visits = [
  { key: 'weekly', label: 'Every week', words: 'the first one' },
  { key: 'monthly', label: 'Every month', words: 'the second one' },
  { key: 'rarely', label: 'Hardly ever', words: 'the third one' },
] as const;

/** Ofcom's numbers for drama with three figures more than any number has: nobody's. */
export const numberOf = (serial: number): string => `+447700900${String(serial).padStart(6, '0')}`;

/** `serial` tells two people apart, in one run and over all of its rounds. */
export function person(serial: number): Person {
  const place = serial % 3;
  const { key, label, words } = visits[place as 0 | 1 | 2];
  const visit = [String(place + 1), String(place + 1), label, words][serial % 4] as string;
  const happy = 1 + (serial % 5);
  const dog = serial % 7 < 3;
  const walk = serial % 121;
  const mend = `The swings by gate ${serial}`;
  return {
    number: numberOf(serial),
    answers: { visit: key, happy, dog, walk, mend },
    steps: [
      { said: 'BENCHMARK', expects: ['The parks benchmark', 'Begin'] },
      { said: '1', expects: ['How often do you use a park?', 'Every week', 'Hardly ever'] },
      { said: visit, expects: [`You said ${label}. How happy are you`] },
      { said: String(happy), expects: ['Do you walk a dog there?'] },
      { said: dog ? 'yes' : 'no', expects: ['How many minutes is the walk'] },
      { said: String(walk), expects: ['What should we mend first?'] },
      { said: mend, expects: ['Send'] },
      { said: '1', expects: ['Thank you for the benchmark.'] },
    ],
  };
}

export const turnsEach = person(0).steps.length;

/** Everybody from the serial number `from` on. */
export function people(from: number, count: number): readonly Person[] {
  return Array.from({ length: count }, (_, place) => person(from + place));
}
