import { textTable } from '../lib/text-table.ts';
import { FIGURES, sameFigures, type WaitFigures } from './wait-figures.ts';

export interface ComparedService {
  letter: string;
  name: string;
  hub: WaitFigures;
  file: WaitFigures;
}

const HEAD = ['service', '', 'count', 'mean', 'P50', 'P90', 'max', ''];

/** Both reports, line below line, and whether they agree. */
export function compareReports(services: readonly ComparedService[]): { lines: string[]; equal: boolean } {
  const rows = services.flatMap(({ letter, name, hub, file }) => [
    [`${letter} ${name}`, 'hub', ...cellsOf(hub), ''],
    ['', 'file', ...cellsOf(file), sameFigures(hub, file) ? '=' : 'DIFFERENT'],
  ]);
  const apart = services.filter(({ hub, file }) => !sameFigures(hub, file));
  const verdict =
    apart.length === 0
      ? `The wait report equals the file, to the second, in all ${services.length} services.`
      : `The wait report differs from the file in ${apart.length} of ${services.length} services: ${apart.map(({ letter }) => letter).join(', ')}.`;
  return { lines: [...textTable(HEAD, rows), '', verdict], equal: apart.length === 0 };
}

const cellsOf = (figures: WaitFigures): string[] => [
  String(figures.count),
  ...FIGURES.map((name) => duration(figures[name])),
];

/** `1:02:03`, `4:05`; – where there is nothing. */
function duration(ms: number | null): string {
  if (ms === null) return '–';
  const seconds = Math.round(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
