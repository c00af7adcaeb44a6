/** Edit distance with swapped neighbours counted once (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}

/** The known word that was probably meant, or undefined where none is near. Letter case does not count. */
export function nearMiss(written: string, known: Iterable<string>): string | undefined {
  const allowed = Math.max(1, Math.floor(written.length / 3));
  let best: { word: string; cost: number } | undefined;
  for (const word of known) {
    if (Math.abs(word.length - written.length) > allowed) continue;
    const cost = distance(written.toLowerCase(), word.toLowerCase());
    if (cost <= allowed && (!best || cost < best.cost)) best = { word, cost };
  }
  return best?.word;
}
