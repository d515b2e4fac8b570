/** Why somebody who could be reached is not written to. The first that holds is told. */
export const leftOutReasons = [
  'optedOut',
  'notSubscribed',
  'otherPlace',
  'unreachable',
  'otherLanguage',
  'notToldBefore',
  'answered',
  'notAnswered',
  'saidToNotice',
  'askedLately',
  'askedOften',
] as const;
export type LeftOut = (typeof leftOutReasons)[number];

/** For an officer, after a count: true of one as of many. */
export const leftOutInWords: Readonly<Record<LeftOut, string>> = {
  optedOut: 'said STOP',
  notSubscribed: 'did not ask to hear about this topic',
  otherPlace: 'asked to hear about other places',
  unreachable: 'cannot be reached any more',
  otherLanguage: 'in another language',
  notToldBefore: 'did not get the broadcast that this one reminds of',
  answered: 'answered already',
  notAnswered: 'did not answer',
  saidToNotice: 'said to the notice: no comment, my council will, or remind me',
  askedLately: 'had a question of ours too lately',
  askedOften: 'had as many questions as we may ask in 28 days',
};
