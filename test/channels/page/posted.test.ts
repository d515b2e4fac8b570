import fc from 'fast-check';
import { conversationIn, setCookie } from '#channels/page/cookie.ts';
import { linked } from '#channels/page/linked.ts';
import { createNames } from '#channels/page/names.ts';
import { inboundFrom, postedOf } from '#channels/page/posted.ts';

const names = createNames(new Uint8Array(32));

test('labels come a line each, places in their order, and a pressed button goes before what was filled in', () => {
  expect(postedOf({ say: ['Work', 'Shops'] }).said).toBe('Work\nShops');
  expect(postedOf({ place2: 'Price', place10: 'Stops', place1: 'Evenings', place3: '' }).said).toBe('Evenings\nPrice\nStops');
  expect(postedOf({ say: 'half a sent', press: 'back' })).toMatchObject({ said: 'back', given: 'half a sent' });
  expect(postedOf({ say: 'one\r\ntwo\r\n' }).said).toBe('one\ntwo');
  expect(postedOf({})).toEqual({ at: 0, signature: '', said: '', given: '', about: undefined, speaks: undefined });
});

test('whatever is sent is something that can be heard', () => {
  const field = fc.oneof(fc.string(), fc.array(fc.string()));
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.constantFrom('at', 'say', 'press', 'about', 'speaks', 'place1', 'place99'), fc.string()), field),
      (fields) => {
        const inbound = inboundFrom(postedOf(fields), 'somebody');
        expect(inbound).toMatchObject({ channel: 'page', address: 'somebody' });
        expect(inbound.id).toMatch(/^form:\d{1,9}:[\w-]{22}$/);
      },
    ),
  );
});

test('the same form with the same content is the same message; with another content or from another place it is not', () => {
  const idOf = (fields: Record<string, string>) => inboundFrom(postedOf(fields), 'somebody').id;
  const one: Record<string, string> = { at: '5', about: 'x', say: 'Yes' };
  expect(idOf({ ...one })).toBe(idOf(one));
  const others = { at: '6', about: 'y', say: 'No', speaks: 'pl' };
  for (const [name, value] of Object.entries(others)) expect(idOf({ ...one, [name]: value })).not.toBe(idOf(one));
});

test('a form is signed for one conversation at one place', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.string(), (conversation, at, forged) => {
      const signature = names.sign(conversation, at);
      expect(names.isSigned(conversation, at, signature)).toBe(true);
      expect(names.isSigned(conversation, at + 1, signature)).toBe(false);
      expect(names.isSigned(`${conversation}x`, at, signature)).toBe(false);
      expect(names.isSigned(conversation, at, forged)).toBe(false);
    }),
  );
});

test('a start form begins one conversation; a name that is none of ours begins a new one each time', () => {
  const start = names.fresh();
  expect(names.conversation('a', start)).toBe(names.conversation('a', start));
  expect(names.conversation('b', start)).not.toBe(names.conversation('a', start));
  expect(names.conversation('a', 'x')).not.toBe(names.conversation('a', 'x'));
});

test('a browser gives back the conversation that it was told to keep, among the cookies of others', () => {
  const conversation = names.conversation('a', names.fresh());
  const cookie = setCookie({ path: '/c/a', conversation, seconds: 1e12, secure: true });
  expect(cookie).toBe(`folkmoot=${conversation}; Path=/c/a; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure`);
  const headers = { cookie: `seen=yes; ${cookie.split('; ')[0]}; other=1` };
  expect(conversationIn({ headers })).toBe(conversation);
  for (const odd of [undefined, '', 'folkmoot=', 'folkmoot=short', `xfolkmoot=${conversation}`]) {
    expect(conversationIn({ headers: odd === undefined ? {} : { cookie: odd } })).toBeUndefined();
  }
});

test('addresses and numbers in what we say are links, and all else is text', () => {
  expect(linked('See https://example.org/a?b=1&c=2.\nOr ring 01632 960001 <now>').text).toBe(
    'See <a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>.<br>Or ring <a href="tel:01632960001">01632 960001</a> &lt;now&gt;',
  );
});
