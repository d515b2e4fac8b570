import type { CrisisWords } from './crisis.ts';

const people =
  'he, she, husband, wife, partner, boyfriend, girlfriend, bf, gf, ex, dad, father, stepdad, mum, mother, son, brother, carer, uncle'.split(
    ', ',
  );
const hurts =
  'hits, hit, hurts, hurt, beats, punches, punched, kicks, kicked, slaps, slapped, chokes, choked, strangles, strangled, threatens, threatened, rapes, raped, abuses, abused, attacks, attacked, keeps hitting, keeps hurting, keeps beating, is hitting, is hurting, is beating, is abusing'.split(
    ', ',
  );
const close = 'husband, wife, partner, boyfriend, girlfriend, ex, dad, father, mum, mother, son, carer'.split(', ');
const hurtByOthers = people.flatMap((person) => hurts.map((hurt) => `${person} ${hurt} me`));
const afraid = close.flatMap((person) => ['scared', 'afraid', 'frightened', 'terrified'].map((fear) => `${fear} of my ${person}`));

export const english: CrisisWords = {
  said: {
    harm: `kill myself, kil myself, kll myself, killing myself, kill my self, end my life, ending my life, end my own life, take my own life, taking my own life,
      take my life, end it all, want to die, wanna die, i should die, i wish i was dead, i wish i were dead, wish i was never born, better off dead,
      better off without me, dont want to live, dont want to be alive, dont wanna live, dont want to wake up, dont want to be here anymore, no reason to live, nothing to live for, life isnt worth living, cant go on anymore, cant go on living, cant take it anymore, suicidal, feel like suicide, thinking of suicide,
      thinking about suicide, commit suicide, kms, self harm, self harming, selfharm, selfharming, hurting myself, want to hurt myself, cutting myself,
      want to cut myself, hang myself, hanging myself, drown myself, took an overdose, take an overdose, taken an overdose, overdosed, took all my pills,
      take all my pills, swallowed all my tablets, unalive myself, ending it all, going to end it, gonna end it, want to be dead, rather be dead,
      wish i could die, hope i die, hope i dont wake up, ready to die, dont want to exist, dont wanna be here anymore, dont wanna be alive,
      life isnt worth living at all, no point living, no point in living, nothing left to live for, jump off a bridge, jump in front of a train,
      jump under a train, slit my wrists, cut my wrists, harm myself, harming myself, hurt myself on purpose, cant live like this anymore,
      everyone would be better off without me`,
    abuse: `${hurtByOthers.join(', ')}, ${afraid.join(', ')}, i am being abused, im being abused, i am abused, im abused, was abused by, been abused by,
      i was raped, been raped, raping me, abusing me, sexually assaulted me, i was sexually assaulted, abusive husband, abusive wife, abusive partner,
      abusive boyfriend, abusive girlfriend, abusive relationship, not safe at home, unsafe at home, scared to go home, afraid to go home,
      afraid to be at home, wont let me leave the house, hurting my children, hurts my children, hitting my child, hits my child, hits the kids,
      hits my kids, beats the kids, forced marriage, force me to marry, forcing me to marry, touches me where, keeps touching me, beat me up, beats me up,
      beating me up, someone hurts me, somebody hurts me, someone is hurting me, somebody is hurting me, violent husband, violent wife,
      violent partner, violent boyfriend, violent girlfriend, husband is violent, wife is violent, partner is violent, boyfriend is violent,
      dad is violent, son is violent, scared of him, afraid of him, frightened of him, forced me to have sex, forces me to have sex,
      wont let me see my family, husband controls me, partner controls me, boyfriend controls me`,
    danger: `i am in danger, im in danger, we are in danger, my life is in danger, going to kill me, gonna kill me, trying to kill me, wants to kill me,
      will kill me, threatened to kill me, says he will kill, i am being followed, im being followed, someone is following me, somebody is following me,
      stalking me, call the police for me, please call the police, has a knife, has got a knife, has a gun, broke into my house, breaking into my house,
      i am being attacked, im being attacked, holding me prisoner, locked me in, cant escape from him, help me he, help me she, please help me im scared, someone is in my house,
      somebody is in my house, someone is breaking in, going to hurt me, gonna hurt me, says he will hurt me, wants to hurt me,
      i am having a heart attack, im having a heart attack, having a stroke, my house is on fire, i can smell gas, fear for my life, scared for my life`,
  },
  alone: {
    harm: 'suicide, i want to end it, i cant go on, i give up on life, i want out of life, want to disappear for ever, want to end it, i cant do this anymore, i am done with life, im done with life, tired of living, i am tired of living, im tired of living, tired of life, nobody would miss me, no one would miss me',
    abuse:
      'domestic abuse, domestic violence, abuse, im abused, abused, rape, being abused, child abuse, sexual abuse, he hits me, she hits me, abuse at home, being hit, i am being hit, im being hit',
    danger:
      'in danger, danger, im not safe, i am not safe, not safe, i feel unsafe, save me, help me please, police, im scared, i am scared',
  },
  ordinary: `dying to, to die for, die of boredom, dying of boredom, die laughing, died laughing, dead end, killing time, kill time, killed time,
    beat me up the hill, beats me up the hill, drop dead gorgeous, over my dead body, suicide prevention, suicide squad, suicide rate, suicide rates, political suicide, career suicide,
    commercial suicide, hit me up, hits me hard in the pocket, hits me in the pocket, hit me in the pocket, hits me in the wallet,
    killing me softly, kill two birds, beat me to it, beats me why, want to die of embarrassment`,
};
