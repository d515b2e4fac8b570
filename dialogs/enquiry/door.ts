export const enquiryDialogId = 'enquiry';

/** What is sent to the group and kept nowhere but in the enquiry: `{person}` and `{reach}` in what is said. */
export interface EnquiryWords {
  readonly person: string;
  readonly reach: string;
}

/** Which enquiry the group is told of; `again` where it has not answered. */
export interface EnquiryOptions {
  readonly enquiryId: string;
  readonly again?: boolean;
}
