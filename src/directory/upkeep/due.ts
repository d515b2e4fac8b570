import type { PhoneRecord, ServiceRecord } from '../record/record.ts';

/** A quarter, as the council's promise has it: nobody is asked more often. Days. */
export const askedEveryDays = 91;

/** British mobile numbers are 07 and nine figures, but for 070 (personal) and 076 (pagers). https://www.ofcom.org.uk/phones-and-broadband/phone-numbers */
const mobile = /^(?:\+44|0044|0)7(?![06])\d{9}$/;

/** The number that a listing's group can be texted at, with its country: the first mobile number of the service, its contacts or its organisation. */
export function numberToAsk({ phones = [], contacts = [], organization }: ServiceRecord): string | undefined {
  const listed: readonly PhoneRecord[] = [
    ...phones,
    ...contacts.flatMap((contact) => contact.phones ?? []),
    ...(organization?.phones ?? []),
  ];
  const found = listed
    .map(({ number }) => number.replace(/\(0\)|[\s().-]/g, ''))
    .find((number) => mobile.test(number) || /^07624\d{6}$/.test(number));
  return found?.replace(/^(\+44|0044|0)/, '+44');
}
