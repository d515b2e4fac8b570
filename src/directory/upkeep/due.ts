import { hearMobile } from '#language/hearing/phones.ts';
import type { PhoneRecord, ServiceRecord } from '../record/record.ts';

/** A quarter, as the council's promise has it: nobody is asked more often. Days. */
export const askedEveryDays = 91;

/** The number that a listing's group can be texted at, with its country: the first mobile number of the service, its contacts or its organisation. */
export function numberToAsk({ phones = [], contacts = [], organization }: ServiceRecord): string | undefined {
  const listed: readonly PhoneRecord[] = [
    ...phones,
    ...contacts.flatMap((contact) => contact.phones ?? []),
    ...(organization?.phones ?? []),
  ];
  for (const { number } of listed) {
    const heard = hearMobile(number);
    if (heard.ok) return heard.value;
  }
  return undefined;
}
