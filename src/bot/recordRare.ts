import { recordApproachFact } from '#approaches/index.ts';
import { recordNoticeAnswer, recordResumeFact, recordWithdrawal } from '#consultations';
import type { Prisma } from '#database/generated/client.ts';
import { recordDirectoryFact } from '#directory';
import { recordEventFact } from '#events';
import { recordOffer } from '#offers';
import { recordPeopleFact } from '#people/store.ts';
import { recordVolunteeringFact } from '#volunteering';
import type { RareFact } from './facts.ts';

/** Each rare fact is recorded by its own feature's store. */
const recorders: { readonly [Kind in RareFact['kind']]: Recorder<Extract<RareFact, { kind: Kind }>> } = {
  responseWithdrawn: recordWithdrawal,
  resumeCodeTold: recordResumeFact,
  responseResumed: recordResumeFact,
  wrongCodeTried: recordResumeFact,
  approachPlanned: recordApproachFact,
  approachDropped: recordApproachFact,
  textAsked: recordApproachFact,
  noticeAnswered: recordNoticeAnswer,
  enquiryMade: recordVolunteeringFact,
  enquiryAnswered: recordVolunteeringFact,
  needUnmet: recordDirectoryFact,
  entryReported: recordDirectoryFact,
  listingAsked: recordDirectoryFact,
  listingConfirmed: recordDirectoryFact,
  offerMade: recordOffer,
  subscribed: recordPeopleFact,
  outcomesOffered: recordPeopleFact,
  outcomesWanted: recordPeopleFact,
  optedOut: recordPeopleFact,
  optedIn: recordPeopleFact,
  becameUnreachable: recordPeopleFact,
  becameReachable: recordPeopleFact,
  addressChanged: recordPeopleFact,
  eventReminderAsked: recordEventFact,
  eventReminderDropped: recordEventFact,
};

type Recorder<Known extends RareFact> = (transaction: Prisma.TransactionClient, fact: Known, at: Date) => Promise<void>;

export function recordRare(transaction: Prisma.TransactionClient, fact: RareFact, at: Date): Promise<void> {
  return (recorders[fact.kind] as Recorder<RareFact>)(transaction, fact, at);
}
