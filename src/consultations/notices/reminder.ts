import { londonDay } from '#calendar/londonDay.ts';

const daysBefore = 7;
const dayMs = 86_400_000;

/** The day, a week before the last one, on which somebody is reminded; nothing once it has come. Days are in Europe/London, `YYYY-MM-DD`. */
export function reminderDay(closesAt: Date, today: string): string | undefined {
  const lastDay = londonDay(new Date(closesAt.getTime() - 1));
  const day = new Date(Date.parse(lastDay) - daysBefore * dayMs).toISOString().slice(0, 10);
  return today < day ? day : undefined;
}

/** From one day to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}
