/** How the hub's voice names a language, from those that it speaks; null for one that it does not. */
export function spokenTag(language: string, speech: readonly string[] | undefined): string | null {
  const base = language.split('-')[0];
  return speech?.find((tag) => tag === language) ?? speech?.find((tag) => tag === base) ?? null;
}
