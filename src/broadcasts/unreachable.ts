/** Refusals and failures after which nothing can be delivered to an address any more, in words for an officer. */
export const unreachableInWords: Readonly<Record<string, string>> = {
  badNumber: 'this is no number that can be texted',
  notAMobile: 'this number is no mobile',
  unknownNumber: 'this number is not in use',
  landline: 'this is a landline',
  blocked: 'the network or the person blocks our texts',
  notInstalled: 'the app is not installed for them',
  blockedByUser: 'they have blocked the app',
};

/** A network that blocks one text may do so for its words; one that blocks a second blocks the sender. */
export const takesTwo = 'blocked';
