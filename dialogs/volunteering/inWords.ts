import type { Barriers, Opportunity } from '#volunteering';
import type { Known } from '../questions.ts';
import type { Turn } from '../turn.ts';

/** In a list a title and a group are cut to so many characters, so that three fit a text. */
const longestTitle = 34;
const longestGroup = 24;

export function barriersOf(keys: readonly string[]): Barriers {
  return Object.fromEntries(keys.map((key) => [key, true]));
}

/** "Garden helper, Thornby Gardeners, 0.4 miles, 2 hours a week". */
export function inAList(turn: Turn, { title, organisation, remote, miles, oneOff, hoursPerWeek }: Opportunity): string {
  return [
    shortened(title, longestTitle),
    shortened(organisation, longestGroup),
    remote ? turn.words('volunteering.fromHome') : miles !== undefined && turn.words('volunteering.miles', { miles: rounded(miles) }),
    oneOff ? turn.words('volunteering.once') : hoursPerWeek !== null && turn.words('volunteering.hours', { hours: hoursPerWeek }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Everything that somebody needs to decide; the description where there is room. */
export function inFull(turn: Turn, opportunity: Opportunity, repliesIn: number | undefined): string {
  const [title = '', ...facts] = linesOf(turn, opportunity, repliesIn);
  return [title, ...(turn.room.brief || opportunity.description === '' ? [] : [opportunity.description]), ...facts].join('\n');
}

function linesOf(turn: Turn, opportunity: Opportunity, repliesIn: number | undefined): readonly string[] {
  const { title, organisation } = opportunity;
  const { expensesPaid, stepFree, dbsNeeded, minimumAge, skills, languages } = opportunity;
  const facts = [
    expensesPaid && turn.words('volunteering.expensesPaid'),
    stepFree && turn.words('volunteering.stepFree'),
    dbsNeeded && turn.words('volunteering.dbsNeeded'),
    minimumAge !== null && turn.words('volunteering.minimumAge', { age: minimumAge }),
    skills.length > 0 && turn.words('volunteering.skills', { skills: skills.join(', ') }),
    languages.length > 0 && turn.words('volunteering.languages', { languages: languages.join(', ') }),
    repliesIn !== undefined && turn.words('volunteering.repliesIn', { days: repliesIn }),
  ];
  return [
    `${title}. ${organisation}.`,
    [placeOf(turn, opportunity), timesOf(turn, opportunity)].filter(Boolean).join(', '),
    facts
      .filter((fact) => fact !== false)
      .map((fact) => `${fact}.`)
      .join(' '),
  ].filter((line) => line !== '');
}

function placeOf(turn: Turn, { placeName, remote, miles }: Opportunity): string {
  if (remote) return turn.words('volunteering.fromHome');
  return [placeName, miles !== undefined && turn.words('volunteering.miles', { miles: rounded(miles) })].filter(Boolean).join(', ');
}

function timesOf(turn: Turn, { oneOff, hoursPerWeek, times }: Opportunity): string {
  const howOften = oneOff
    ? turn.words('volunteering.once')
    : hoursPerWeek !== null && turn.words('volunteering.hours', { hours: hoursPerWeek });
  return [howOften, times].filter(Boolean).join(', ');
}

/** What can be answered of it. */
export function knownOf(turn: Turn, opportunity: Opportunity): Known {
  const { expensesPaid, stepFree, organisation, description } = opportunity;
  return {
    cost: expensesPaid ? `${turn.words('volunteering.expensesPaid')}.` : undefined,
    when: timesOf(turn, opportunity) || undefined,
    where: placeOf(turn, opportunity) || undefined,
    access: stepFree ? `${turn.words('volunteering.stepFree')}.` : undefined,
    askWhom: organisation,
    description,
  };
}

/** The same line by line, with how the group is written to, for whoever reads it later. */
export function linesToText(turn: Turn, opportunity: Opportunity): readonly string[] {
  const { email, organisation } = opportunity;
  return [...linesOf(turn, opportunity, undefined), ...(email ? [turn.words('volunteering.writeTo', { email, organisation })] : [])];
}

/** One figure after the point where it is near, none where it is not. */
function rounded(miles: number): number {
  return miles < 3 ? Math.max(0.1, Math.round(miles * 10) / 10) : Math.round(miles);
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 2).trimEnd()}..`;
}
