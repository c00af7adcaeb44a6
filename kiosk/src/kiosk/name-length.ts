export type NameLength = 'short' | 'long' | 'very-long';

/**
 * How much room a name takes, so that a long one is set smaller instead of cut: a Chinese
 * character counts two, any other one.
 */
export function nameLength(name: string): NameLength {
  let width = 0;
  for (const letter of name) width += /[\u2e80-\uffef]/.test(letter) ? 2 : 1;
  if (width <= 28) return 'short';
  return width <= 48 ? 'long' : 'very-long';
}
