import { smsRoom } from '#channels/sms/room.ts';
import type { Definition } from '#consultations/definition.ts';
import { roomFaults } from '#dialogs/consultation/roomFaults.ts';
import { loadWords } from '#language/words.ts';
import { aChoice, aDefinition, aText } from '#test/consultations/builders.ts';

const faultsIn = (definition: Definition) => roomFaults(definition, smsRoom(), loadWords());

describe('what must fit a text message', () => {
  it('fits where the wording is short', () => {
    expect(faultsIn(aDefinition())).toEqual([]);
  });

  it('is refused in the language in which it is too long, with the place in the file', () => {
    const text = { en: 'What would help?', lt: 'Kas padėtų? '.repeat(30) };
    expect(faultsIn(aDefinition({ questions: [aText('first'), aText('help', { text })] }))).toEqual([
      { path: 'questions[1].text', reason: 'too long for two text messages in lt: give a shorter wording as "sms"' },
    ]);
  });

  it('is measured by the shorter wording where there is one', () => {
    const question = aText('help', { text: { en: 'What would help you? '.repeat(20) }, sms: { en: 'What would help you?' } });
    expect(faultsIn(aDefinition({ questions: [question] }))).toEqual([]);
  });

  it('may have more options than a text holds, as they are spread over pages', () => {
    const options = Array.from({ length: 30 }, (_, place) => `Park number ${place} beside the long and winding river`);
    expect(faultsIn(aDefinition({ questions: [aChoice('park', options)] }))).toEqual([]);
  });

  it('counts an earlier answer that it quotes at its longest', () => {
    const label = 'The green beside the old town hall and the new library'.repeat(3);
    const quoting = aText('why', { text: { en: `${'Why do you go there so very often? '.repeat(5)} You said {park}.` } });
    const faults = faultsIn(aDefinition({ questions: [aChoice('park', ['a', label]), quoting] }));
    expect(faults.map(({ path }) => path)).toContain('questions[1].text');
  });

  it('takes the introduction too', () => {
    const faults = faultsIn(aDefinition({ summary: { en: 'Help us decide. '.repeat(30) } }));
    expect(faults.map(({ path }) => path)).toEqual(['summary', 'summary', 'summary', 'summary']);
  });
});
