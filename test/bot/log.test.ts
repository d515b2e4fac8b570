import { createLog, turnReport, withoutValues } from '#src/log.ts';

function aLog() {
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  return { log, lines };
}

test('a turn is one line, ids only', () => {
  const { log, lines } = aLog();
  turnReport(log).heard({ turn: 't', conversation: 'c', channel: 'sms', outcome: 'recorded', ms: 1.2345 });
  expect(lines).toEqual([
    { level: 30, time: expect.any(String), turn: 't', conversation: 'c', channel: 'sms', outcome: 'recorded', ms: 1.2, msg: 'turn' },
  ]);
});

test('of a failure there is where it came from and its code, and never its words, however they are written', () => {
  const { log, lines } = aLog();
  const said = 'I live\n    at 1 Example Road, NN9 5UR\n    at my house (07700 900123):1:2\nat home';
  const reason = Object.assign(new Error(`Key (said)=(${said}) already exists.`), { code: '23505', detail: said, cause: new Error(said) });
  turnReport(log).mishap({ turn: 't', channel: 'sms', reason });
  expect(lines).toEqual([
    {
      level: 50,
      time: expect.any(String),
      turn: 't',
      channel: 'sms',
      error: 'Error',
      code: '23505',
      at: expect.arrayContaining([expect.stringMatching(/^at .*log\.test\.ts:\d+:\d+\)?$/)]),
      msg: 'turn failed, nothing recorded',
    },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/Example|NN9|7700|I live|my house/);
});

test('whatever is thrown can be told', () => {
  for (const reason of [undefined, null, 'I live at 1 Example Road', { said: 'x' }, 7])
    expect(withoutValues(reason)).toEqual({ error: typeof reason });
  expect(withoutValues(Object.assign(new Error('x'), { stack: undefined }))).toEqual({ error: 'Error', at: [] });
});
