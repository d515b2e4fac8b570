const day = (date: Date) => date.toISOString().slice(0, 10);
const daysFrom = (now: Date, days: number) => day(new Date(now.getTime() + days * 86_400_000));

export interface ParksOptions {
  readonly key?: string;
  readonly keyword?: string;
  readonly title?: string;
}

/** A short consultation as an officer writes it, open now: a choice, own words asked of some, a scale, and one question about the person. */
export function parks(now: Date, { key = 'parks-test', keyword = 'PARKS', title = 'Your parks' }: ParksOptions = {}): string {
  return `
key: ${key}
title: { en: ${title}, pl: Wasze parki }
summary: Help us decide what to repair first.
decision: Which of the five play areas is repaired next year. The total budget is fixed.
decisionMaker: Executive member for communities
team: Communities and leisure
opens: ${daysFrom(now, -5)}
closes: ${daysFrom(now, 30)}
keyword: ${keyword}
questions:
  - key: visit
    kind: choice
    text: { en: How often do you use a park?, pl: Jak często korzystasz z parku? }
    options:
      - { key: weekly, text: { en: Every week, pl: Co tydzień } }
      - { key: monthly, text: Every month }
      - { key: rarely, text: Hardly ever }
    required: true
  - { key: barrier, kind: text, text: What stops you?, maxLength: 1600, when: { question: visit, is: rarely } }
  - { key: happy, kind: scale, text: "You said {visit}. How happy are you with your parks?", from: 1, to: 5 }
  - { key: age, kind: choice, aboutYou: true, text: How old are you?, options: [{ key: u25, text: Under 25 }, { key: o25, text: 25 or over }] }
thanks: Thank you. We read every answer.
`;
}
