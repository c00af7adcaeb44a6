/**
 * How much smaller the current call's figures are drawn so that `A001 → 12` and `AB1000 → 110` both
 * fit: 1 up to `roomy` characters, then in proportion.
 */
export function fit(characters: number, roomy: number): number {
  return characters <= roomy ? 1 : roomy / characters;
}
