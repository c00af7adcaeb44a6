import { textTable } from '../../scripts/lib/text-table.ts';
import type { Figure } from './figure.ts';

/** The table of a run: a line for each figure and limit. */
export function benchTable(figures: readonly Figure[]): string[] {
  const rows = figures.flatMap(({ what, unit, value, limits, hope }) => {
    const hoped = hope ? `${hope.text}: ${hope.met ? 'yes' : 'NO'}` : '';
    const [first, ...more] = limits;
    return [
      [what, amount(value, unit), unit, ...limitCells(first, unit), hoped],
      ...more.map((limit) => ['', '', '', ...limitCells(limit, unit), '']),
    ];
  });
  return textTable(['figure', 'measured', '', 'limit', 'measured', 'ratio', 'hoped for'], rows);
}

const limitCells = (limit: Figure['limits'][number] | undefined, unit: Figure['unit']): string[] =>
  limit ? [limit.name, amount(limit.value, unit), `${limit.ratio.toFixed(2)} ×`] : ['', '', ''];

const amount = (value: number, unit: Figure['unit']): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: unit === 'per s' ? 0 : 1 }).format(value);
