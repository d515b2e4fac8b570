import { hearOptOut, isTwilioYes } from '#language/hearing/optOut.ts';

const stops = `STOP|stop|Stop.|STOP!!|" stop "|stop |STOPALL|stop all|UNSUBSCRIBE|Unsubscribe.|END|end|QUIT|cancel|CANCEL!|revoke|OPTOUT|opt out|opt-out|s t o p
stop please|please stop|pls stop|Please STOP now|stop texting me|stop it now|stop sending me these texts|stop messaging me please|please unsubscribe me|unsubscribe me please
can you stop texting me|could you please stop sending me messages|I want to unsubscribe|i want to opt out|please opt me out|do not text me again|don't text me|dont message me anymore|no more texts|no more messages please
take me off your list|remove me from your list|please remove me|leave me alone|STOP 😡|🛑 STOP|stpo|sotp|stopp|unsubcribe|unsubscibe|un-subscribe|stop contacting me|cancel my subscription|please end this|I said stop|ok stop
proszę przestać|prosze przestac|przestań|Przestańcie pisać|wypisz mnie|proszę mnie wypisać|wypiszcie mnie z listy|nie piszcie do mnie|nie pisz więcej|proszę nie wysyłać wiadomości|rezygnuję|usuńcie mój numer|dajcie mi spokój|nie wysyłajcie mi smsów|stop proszę
opriți|opriti va rog|oprește|vă rog opriți mesajele|nu mai trimiteți|nu mai trimiteti mesaje|nu-mi mai trimiteți sms-uri|dezabonare|dezabonați-mă|vreau să mă dezabonez|nu mai vreau mesaje|lăsați-mă în pace|scoateți-mă din listă|stop va rog
nustokite|nustokite rašyti|prašau nustokite|atsisakau|noriu atsisakyti|nebesiųskite žinučių|nebesiuskite zinuciu|nerašykite man|išbraukite mane|isbraukite mane is saraso|palikite mane ramybėje|atsisakau žinučių|stop prašau`;

const others = `the bus stop is too far|bus stop|stop cutting the grass|the end|end of the road|I cannot cancel my club|non-stop noise|stop the parking on the pavement|we never stop|don't stop|one stop shop|quit smoking group
weekend|they cancelled the event|cancel the event|end of the month|this end|the other end|top|shop|spot|stoop|step|stop and shop|stop signs|stops|stopping|please stop the bins being late|stop building houses|opt for the park|ends|the stop
subscribe|subscribe me|start|yes|no|1|help|back|menu|skip|Dead end street|cancel culture|stop dog fouling|I want to end homelessness|nie wiem|nie|przestań kosić trawę|autobus nie staje|przystanek|nu|nu știu|opriți traficul greu|nu mai tăiați copacii|stația
ne|nežinau|nustokite kirsti medžius|stotelė|atsisakau automobilio|koniec|sfârșit|I'd like to stop littering in the parks, please|please do not send children to a school so far away|text me|unsubscribed people are not asked`;

const listed = (table: string) => table.split(/\||\n/);

describe('a wish to be left alone', () => {
  it.each(listed(stops))('is heard in %j', (said) => {
    expect(hearOptOut(said)).toBe('stop');
  });

  it.each(listed(others).filter((said) => said !== 'start'))('is not heard in %j', (said) => {
    expect(hearOptOut(said)).toBeUndefined();
  });
});

describe('a wish to hear from us again', () => {
  it.each(['START', 'start', 'Start!', 'UNSTOP', ' unstop.'])('is heard in %j', (said) => {
    expect(hearOptOut(said)).toBe('start');
  });

  it.each(['start again', 'when does it start', 'restart', 'please start', 'yes'])('is not heard in %j', (said) => {
    expect(hearOptOut(said)).toBeUndefined();
  });
});

describe('the YES that Twilio takes as opting in', () => {
  it.each([
    ['YES', true],
    ['yes.', true],
    ['yes please', false],
    ['y', false],
    ['tak', false],
  ])('%j: %s', (said, is) => {
    expect(isTwilioYes(said)).toBe(is);
  });
});
