import { enGBMultipliers, enGBNumbers, enGBOrdinals } from './countingWords/en-GB.ts';
import { enGBDateWords } from './dateWords/en-GB.ts';
import type { Lexicon } from './lexicon.ts';
import { keyed, phrases } from './phrases.ts';

export const enGB: Lexicon = {
  taught: { back: 'BACK', skip: 'SKIP', pause: 'PAUSE', menu: 'MENU', help: '?', more: 'MORE' },
  commands: {
    back: phrases(
      'back, go back, go back please, back please, back one, one back, previous, previous question, undo, back a question, take me back, step back',
    ),
    skip: phrases(
      'skip, skip it, skip this, skip please, skip this one, skip that, skip question, skip this question, skip the question, next question, next one, next question please, move on',
    ),
    pause: phrases(
      'pause, pause please, pause it, later, do it later, do this later, finish later, not now, another time, some other time, maybe later, come back later, carry on later, ill do it later, save for later, save and finish later, later please',
    ),
    menu: phrases(
      'menu, main menu, the menu, menu please, start again, start over, restart, show menu, show me the menu, back to menu, back to the menu, go to menu',
    ),
    help: phrases(
      'help, help me, help please, please help, help me please, info, what can you do, what can i do, what do you do, what can i say, what do i do, what should i say, what is this, how does this work, how do i use this, what are my options, commands, instructions, i dont understand, i dont get it, im stuck, im confused, im lost, huh, what',
    ),
    more: phrases(
      'more, more please, show more, show me more, read more, tell me more, more info, more information, more details, see more, any more, next page, and more, carry on, continue',
    ),
  },
  optOut: {
    asks: phrases(
      'stop, stopall, stop all, s t o p, unsubscribe, un subscribe, unsub, unsubscribe all, end, quit, cancel, revoke, optout, opt out, opt me out, opting out, unsubscribe me, stop texting, stop texts, stop messages, stop messaging, stop sending, stop contacting, stop asking, stop bothering, stop spamming, stop emailing, stop harassing, stop writing, do not text, dont text, do not message, dont message, do not contact, dont contact, do not send, dont send, do not write, no more texts, no more messages, no more texting, no more sms, take me off, remove me, leave me alone, delete my number, lose my number',
    ),
    before: phrases(
      'please, pls, plz, ok, okay, right, hi, hello, hey, dear, sir, just, now, can, could, would, will, you, i, we, want, wanna, wish, to, like, id, would, need, asked, told, said, sorry, and, so, then, kindly, again',
    ),
    after: phrases(
      'please, pls, plz, now, it, this, these, those, them, thanks, thank, you, cheers, me, us, texting, messaging, contacting, sending, asking, emailing, texts, text, message, messages, messaging, msgs, msg, sms, emails, stuff, questions, anything, everything, all, any, more, anymore, again, ever, else, immediately, at, once, right, away, straight, forever, today, from, off, your, the, this, my, our, list, lists, number, phone, subscription, and, to, bot, service, asap, contact',
    ),
  },
  yes: phrases(
    'yes, yes please, yes thanks, yes thank you, y, ye, yea, yeah, yeh, yep, yup, ya, yah, yas, yess, aye, ok, okay, k, kk, okey dokey, sure, sure thing, of course, course, certainly, definitely, absolutely, indeed, correct, right, thats right, that is right, true, affirmative, agreed, i agree, agree, i do, i am, i have, i did, i will, i would, i can, we do, we are, we have, it is, it does, they do, there is, go on, go on then, go ahead, go for it, please do, fine, thats fine, alright, all right, sounds good, why not, by all means, yes i do, yes i am, yes i have, yes i did, yes i will, yes i would, yes i can, yes we do, yes it is, yes of course, yes please do, every time, always, for sure, uh huh, mhm, mm hmm, totally, exactly, no doubt, without a doubt, 👍, 👌, ✅, ✔, ☑, 💯, 🙂, 😀, i think so, i guess so, i suppose so, i guess, i suppose, probably, probably yes, i believe so, mostly, mostly yes',
  ),
  no: phrases(
    'no, n, nah, na, nay, nope, nop, naw, noo, never, not at all, no way, no chance, certainly not, definitely not, absolutely not, of course not, no thanks, no thank you, no ta, negative, incorrect, wrong, false, thats wrong, not true, i dont, i do not, i am not, im not, i havent, i have not, i didnt, i did not, i wont, i will not, i wouldnt, i cant, i can not, i cannot, we dont, it isnt, it is not, it doesnt, there isnt, i disagree, disagree, no i dont, no i am not, no im not, no i havent, no i didnt, no i wont, no i wouldnt, no i cant, no we dont, no it isnt, not me, not for me, not ok, not okay, not right, not fine, not correct, not likely, nooo, none, 👎, ❌, ✖, 🚫, 🙅, not really, i dont think so, i do not think so, dont think so, i think not, i guess not, i suppose not, probably not, i doubt it, unlikely, not particularly, not especially',
  ),
  unsure: phrases(
    'not sure, im not sure, i am not sure, not certain, unsure, maybe, maybe yes, maybe not, maybe no, may be, perhaps, possibly, might, i might, could be, yes and no, yes no, yes but no, yes or no, no and yes, y n, no yes, no problem, no worries, no bother, no idea, no clue, no comment, no preference, no opinion, no difference, no matter, not yet, not always, not often, sometimes, it depends, depends, dont know, i dont know, i do not know, dunno, idk, who knows, cant say, hard to say, dont mind, i dont mind, dont care, i dont care, either, neither, both, half and half, so so, not bothered, no change, not no, not yes, neither yes nor no, no more than usual, yes if, no if, yes and, no but, yes but, right now, not right now, no one, ok so, sure about what, all right for some',
  ),
  soft: phrases(
    'i think so, i guess so, i suppose so, i guess, i suppose, probably, probably yes, i believe so, mostly, mostly yes, why not, always, every time, fine, right, true, not really, i dont think so, i do not think so, dont think so, i think not, i guess not, i suppose not, probably not, i doubt it, unlikely, not likely, not particularly, not especially, none, never, na, 🙂, 😀, course, right, wrong, not me',
  ),
  negations: phrases(
    'not, no, nor, never, dont, doesnt, didnt, cant, cannot, wont, wouldnt, isnt, arent, wasnt, havent, hasnt, shouldnt, couldnt, nothing, without, nobody, none, neither, hardly, nope',
  ),
  doubts: phrases(
    'but, if, unless, or, except, though, although, however, maybe, perhaps, sometimes, depends, until, either, instead, than, less, unsure',
  ),
  small: phrases(
    'please, pls, plz, thanks, thank you, thank you very much, many thanks, ta, cheers, thx, ok, okay, so, well, um, umm, er, erm, hmm, oh, ah, hi, hello, i think, i think its, i guess, id say, i d say, i would say, i say, probably, just, the, a, an, its, it is, it was, that is, thats, this is, my answer is, my answer, answer is, the answer is, ill say, ill take, ill have, ill go with, ill go for, id go for, id go with, i choose, i chose, i pick, i picked, i want, id like, i would like, i prefer, for me, mine is, to me, let me say, lets say, lets go with, definitely, mostly, mainly, i am, im, i have, i was, i live in, i live at, we, we are, we have, me, roughly, about, around, approximately, approx, nearly, almost, some, say, like, i mean, on, in, at, by, love, mate, i, then, really, personally, go for, going with, of, sir, miss, guess, would be, will be, is',
  ),
  optionNouns: phrases(
    'option, options, number, numbers, no, nr, num, choice, answer, one, ones, item, line, letter, reply, thing, pick, opt, box, category, question, the',
  ),
  joins: phrases('and, then, plus, also, n, followed by, as well as, and also, and then, after that, with, along with'),
  all: phrases(
    'all, all of them, all of these, all of those, all of the above, all the above, every one, everyone, everything, all options, the lot, all please, the whole lot, each of them, them all, both, both of them',
  ),
  preferNotToSay: phrases(
    'prefer not to say, i prefer not to say, id prefer not to say, i would prefer not to say, prefer not to answer, id rather not say, rather not say, i would rather not say, rather not, id rather not, i rather not say, id rather not answer, rather not answer, prefer not to, prefer not, prefer not to tell, prefer not to disclose, prefer not to state, pnts, not telling, not saying, im not saying, im not telling, im not telling you, wont say, i wont say, no comment, none of your business, thats none of your business, mind your own business, private, its private, thats private, that is private, thats personal, its personal, personal, i dont want to say, dont want to say, i do not want to say, i dont want to answer, dont want to answer, i dont want to tell you, i dont wish to say, i do not wish to answer, i dont wish to answer, decline to answer, i decline, pass, declined, no answer, not answering, keep that to myself',
  ),
  ordinals: enGBOrdinals,
  ordinalEndings: phrases('st, nd, rd, th'),
  last: phrases('last, final, bottom, the last, very last, lastly, the end'),
  beforeLast: phrases(
    'one before last, one before the last, before last, before the last, second last, second to last, last but one, next to last, penultimate, second from last, second from the end, second from bottom, second from the bottom',
  ),
  numbers: enGBNumbers,
  multipliers: enGBMultipliers,
  numberJoins: keyed('hundreds: and'),
  andAHalf: phrases('and a half, and half'),
  nothing: phrases(
    'none, none of them, none of these, none of those, none of the above, none at all, nothing, nothing at all, no one, noone, nobody, not one, not any, not a single one, not a one, zilch, zip, nada, never, 0 of them',
  ),
  articles: phrases(''),
  inexact: phrases(
    'over, under, above, below, more, less, fewer, least, most, up, between, not, never, isnt, minus, plus, past, before, after, thirds, quarters, halves, fourths, fifths, sixths, sevenths, eighths, ninths, tenths, hundredths, thousandths, trillion, trillions, k, negative, dz, dzs, doz, dozs, half, quarter, percent, point, million, millions, billion, from, out, between',
  ),
  gluedUnits: phrases('yrs, yr, y, years, year, yo, ish, days, weeks, months, mins, hrs, hours, times, people, miles, mi, km, m, p'),
  dateWords: enGBDateWords,
};
