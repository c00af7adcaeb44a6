/** Letters and digits that nobody mistakes for one another, read out or written on a slip of paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/**
 * A first password to tell somebody: about 59 random bits, in groups of four. Drawn without a secure
 * context, which a hall's plain-http LAN does not have; bytes past the last whole multiple of the alphabet are
 * thrown away, so that every character is as likely as any other.
 */
export function firstPassword(): string {
  const limit = 256 - (256 % ALPHABET.length);
  let drawn = '';
  while (drawn.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH * 2))) {
      if (byte < limit && drawn.length < LENGTH) drawn += ALPHABET[byte % ALPHABET.length];
    }
  }
  return drawn.replace(/(.{4})(?=.)/g, '$1-');
}
