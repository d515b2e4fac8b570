import { createPrisma } from '#database/prisma.ts';
import { createSecrets } from '#src/secrets.ts';
import { createServices } from '#src/services.ts';
import { testDatabase } from '#test/setup/database.ts';
import { type OpenTown, secretKey } from './anOpenTown.ts';

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Asks in every way that a page can show: buttons, boxes to tick, an order, own words; and has a link to open. */
const green = () => `
key: green
title: { en: Green places, pl: Zielone miejsca }
summary: { en: "Tell us where you go.", pl: "Dokąd Państwo chodzą?" }
decision: Which path is mended first.
decisionMaker: Parks committee
team: Parks
opens: ${day(-5)}
closes: ${day(30)}
keyword: GREEN
privacy: https://thornby.example/privacy?why=a_b*c
questions:
  - key: often
    kind: choice
    required: true
    text: { en: How often do you go?, pl: Jak często? }
    options: [{ key: week, text: { en: Every week, pl: Co tydzień } }, { key: month, text: { en: Every month, pl: Co miesiąc } }]
  - key: why
    kind: choices
    text: { en: What for?, pl: Po co? }
    options:
      - { key: walk, text: { en: To walk, pl: Spacer } }
      - { key: sport, text: { en: "Sport *and* <b>games</b>", pl: Sport } }
      - { key: none, exclusive: true, text: { en: None of these, pl: Nic z tego } }
  - key: first
    kind: ranking
    top: 2
    text: { en: What is mended first?, pl: Co naprawić najpierw? }
    options: [{ key: play, text: { en: Play areas, pl: Place zabaw } }, { key: paths, text: { en: Paths, pl: Ścieżki } }, { key: seats, text: { en: Seats, pl: Ławki } }]
  - { key: more, kind: text, text: { en: What else?, pl: Co jeszcze? }, maxLength: 500 }
thanks: { en: Thank you. Call 01632 960001 to hear more., pl: Dziękujemy. }
`;

/** A database with a consultation that GREEN starts. */
export async function aGreenTown(dataDir: string): Promise<OpenTown> {
  const database = await testDatabase();
  const prisma = createPrisma(database.url);
  const { consultations } = createServices({ prisma }, createSecrets(secretKey), () => new Date());
  await consultations.importFile(green());
  await consultations.publish('green');
  await prisma.$disconnect();
  return { ...database, environment: { DATABASE_URL: database.url, SECRET_KEY: secretKey, DATA_DIR: dataDir } };
}
