import type { PrivateWords } from '#approaches/running.ts';
import { type EnquiryOptions, type EnquiryWords, enquiryDialogId } from '#dialogs/enquiry/door.ts';
import type { Services } from './services.ts';

/** What is put into what we begin as it is sent, and recorded nowhere: who wants to help, and how they are reached. Nothing where that is deleted. */
export async function privateWords(
  { volunteering }: Pick<Services, 'volunteering'>,
  { dialog, options }: { readonly dialog: string; readonly options: object },
): Promise<PrivateWords | undefined> {
  if (dialog !== enquiryDialogId) return {};
  const enquiry = await volunteering.openEnquiry((options as EnquiryOptions).enquiryId);
  return enquiry && ({ person: enquiry.name, reach: enquiry.contact } satisfies EnquiryWords);
}
