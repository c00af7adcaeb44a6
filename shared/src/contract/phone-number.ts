/** A phone number as digits: `+86 138-0013 8000` and `13800138000` are the same one. Null where it is none. */
export function parsePhone(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s()-]/g, '');
  const digits = plain.replace(/^(\+86|0086)(?=1\d{10}$)/, '').replace(/^\+/, '');
  return /^\d{5,15}$/.test(digits) ? digits : null;
}

/** `138****1234`: enough for its owner to know it again, not enough for anybody else. */
export function maskPhone(digits: string): string {
  if (digits.length < 10) return `${'*'.repeat(digits.length - 2)}${digits.slice(-2)}`;
  return `${digits.slice(0, 3)}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`;
}
