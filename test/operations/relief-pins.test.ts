import { expect, it } from 'vitest';
import { hashReliefPin, isWeakPin, verifyReliefPin } from '../../server/src/operations/relief-pins.ts';
import { createSecrets } from '../../server/src/operations/secrets.ts';

const QUICK = { N: 1024, r: 8, p: 1 };

it.each(['0000', '999999', '1234', '123456', '4321', '7890', '0987', '1212', '252525', '147147', '1023'])(
  'the PIN %s is tried first, so it is refused',
  (pin) => expect(isWeakPin(pin, 'B-1023')).toBe(true),
);

it.each(['2580', '1357', '8402', '19740', '314159'])('the PIN %s is as good as any', (pin) =>
  expect(isWeakPin(pin, 'B-1023')).toBe(false),
);

it('a PIN is kept as a slow hash that proves nothing without the hub’s key, and is its owner’s alone', async () => {
  const secrets = createSecrets(Buffer.alloc(32, 1));
  const hash = await hashReliefPin(secrets, 'li', '8402', QUICK);
  expect(hash).toMatch(/^scrypt\$1024\$/);
  expect(await verifyReliefPin(secrets, 'li', '8402', hash)).toBe(true);
  expect(await verifyReliefPin(secrets, 'li', '8403', hash)).toBe(false);
  expect(await verifyReliefPin(secrets, 'wang', '8402', hash)).toBe(false);
  expect(await verifyReliefPin(createSecrets(Buffer.alloc(32, 2)), 'li', '8402', hash)).toBe(false);
});
