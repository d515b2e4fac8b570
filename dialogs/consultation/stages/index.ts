import type { Stage, StageName } from '../step.ts';
import { answered } from './answered.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { intro } from './intro.ts';
import { offer } from './offer.ts';
import { place } from './place.ts';
import { review } from './review.ts';
import { takeBackAll } from './takeBack.ts';

/** The parts of a consultation's conversation, in the order in which most people meet them. */
export const stages: Readonly<Record<StageName, Stage>> = { place, intro, ask, offer, check, review, answered, takeBack: takeBackAll };
