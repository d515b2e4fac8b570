export const enquiryDialogId = 'enquiry';

/** Which enquiry the group is told of; `again` where it has not answered. */
export interface EnquiryOptions {
  readonly enquiryId: string;
  readonly again?: boolean;
}
