import { expect, test } from 'vitest';
import { isOwnMachine, pairingLink } from '../../manager/src/devices/pairing.ts';
import { firstPassword } from '../../manager/src/people/first-password.ts';
import { linkTo, readRoute } from '../../manager/src/route.ts';

test('an address leads to its page, with what it asks', () => {
  const route = readRoute('#/report?from=2026-11-21');
  expect(route.page).toBe('report');
  expect(route.params.get('from')).toBe('2026-11-21');
  expect(readRoute(linkTo('people')).page).toBe('people');
});

test.each(['', '#', '#/', '#/nowhere', '#pair=CODE'])('%j leads to the first page', (hash) =>
  expect(readRoute(hash).page).toBe('today'),
);

test('a pairing link carries its code in the fragment, and leads to the device’s own page', () => {
  expect(pairingLink('http://10.0.0.5:3000', 'kiosk', 'K7QF')).toBe('http://10.0.0.5:3000/kiosk#pair=K7QF');
  expect(pairingLink('http://hub', 'hall-screen', 'X')).toBe('http://hub/hall#pair=X');
  expect(pairingLink('http://hub', 'counter-pad', 'X')).toBe('http://hub/pad#pair=X');
});

test('knows names that only the server itself understands', () => {
  for (const name of ['localhost', '127.0.0.1', '[::1]']) expect(isOwnMachine(name)).toBe(true);
  for (const name of ['hub.lan', '192.168.1.20', '127.example.org']) expect(isOwnMachine(name)).toBe(false);
});

test('first passwords are long, easy to read out, and never the same', () => {
  const made = new Set(Array.from({ length: 500 }, firstPassword));
  expect(made.size).toBe(500);
  for (const password of made) expect(password).toMatch(/^([a-hj-km-np-z2-9]{4}-){2}[a-hj-km-np-z2-9]{4}$/);
});
