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

/** For an officer. */
export const leftOutInWords: Readonly<Record<LeftOut, string>> = {
  optedOut: 'said STOP',
  notSubscribed: 'did not ask to hear about this topic',
  otherPlace: 'asked to hear about other places',
  unreachable: 'cannot be reached any more',
  otherLanguage: 'speaks another language',
  notToldBefore: 'did not get the broadcast that this one reminds of',
  answered: 'has answered already',
  notAnswered: 'has not answered',
  saidToNotice: 'has no comment, leaves it to their council, or asked for a reminder of their own',
  askedLately: 'was asked something too lately',
  askedOften: 'was asked as often as we may in 28 days',
};
