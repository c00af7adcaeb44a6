import { columnsOf } from './charset.ts';
import { type DecodedLine, type DecodedSlip, slipText, type TextRun } from './decoder.ts';
import { COLUMN_DOTS, PAPER } from './printer-profile.ts';
import { qrMatrix } from './qr.ts';
import type { Align } from './slip-lines.ts';

/**
 * The slip as a picture, drawn from decoded bytes and from nothing else: what is seen is what would
 * print. One SVG unit is one printer dot. Attributes only, no script, style or outside reference, so
 * a page with a strict content policy may show it.
 */

/** A line's pitch and a character's height at single size, in dots; as common 203 dpi printers have it. */
const LINE = 30;
const CELL = 24;
/** Paper beyond the printable width, at each side, and above the first line. */
const SIDE = 28;
const TOP = 36;
const TOOTH = 8;
const INK = '#1c1b19';
const FONT =
  "'Noto Sans Mono CJK SC','Sarasa Mono SC','Noto Sans CJK SC','Noto Sans SC','PingFang SC','Microsoft YaHei',monospace";

export function slipPicture(slip: DecodedSlip, title = titleOf(slip)): string {
  const paper = PAPER[slip.paperMm].dots;
  const width = paper + 2 * SIDE;
  const shapes: string[] = [];
  let y = TOP;
  for (const line of slip.lines) {
    const drawn = draw(line, y, paper);
    shapes.push(drawn.shapes);
    y += drawn.height;
  }
  const height = y + TOOTH;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(slipText(slip).filter(isWords).join('\n'))}</desc>`,
    `<path d="${outline(width, height)}" fill="#fffefb" stroke="#dcdad1"/>`,
    `<g transform="translate(${SIDE} 0)" fill="${INK}" font-family="${FONT}" font-size="22">`,
    ...shapes,
    '</g></svg>',
  ].join('');
}

function draw(line: DecodedLine, y: number, paper: number): { shapes: string; height: number } {
  switch (line.kind) {
    case 'text':
      return text(line.runs, line.align, y, paper);
    case 'qr': {
      const matrix = qrMatrix(line.data, line.level);
      const side = matrix.size * line.moduleDots;
      const rows = Array.from({ length: matrix.size }, (_, row) => ({
        row,
        runs: darkRuns(matrix.size, (column) => matrix.dark(row, column)),
      }));
      const path = modules(rows, start(side, line.align, paper), y, line.moduleDots);
      return { shapes: path, height: side };
    }
    case 'image': {
      const rowBytes = line.widthDots / 8;
      const dark = (row: number, x: number) =>
        (((line.bits[row * rowBytes + (x >> 3)] ?? 0) << (x & 7)) & 0x80) !== 0;
      const rows = Array.from({ length: line.heightDots }, (_, row) => ({
        row,
        runs: darkRuns(line.widthDots, (x) => dark(row, x)),
      }));
      return {
        shapes: modules(rows, start(line.widthDots, line.align, paper), y, 1),
        height: line.heightDots,
      };
    }
    case 'feed':
      return { shapes: '', height: line.lines * LINE };
    case 'space':
      return { shapes: '', height: line.dots };
    case 'beep':
    case 'cut':
      return { shapes: '', height: 0 };
    default:
      return line satisfies never;
  }
}

/** Every character stands in its own cell, whatever font the screen has: columns stay columns. */
function text(runs: TextRun[], align: Align, y: number, paper: number): { shapes: string; height: number } {
  const cells = (run: TextRun) =>
    Array.from(run.text, (char) => ({ char, dots: columnsOf(char, run.encoding) * COLUMN_DOTS }));
  const total = runs.reduce(
    (sum, run) => sum + run.width * cells(run).reduce((n, cell) => n + cell.dots, 0),
    0,
  );
  const tallest = Math.max(1, ...runs.map((run) => run.height));
  const height = Math.max(LINE, CELL * tallest);
  const baseline = y + CELL * tallest - 4 * tallest;
  let x = start(total, align, paper);
  let shapes = '';
  for (const run of runs) {
    const xs: number[] = [];
    let glyphs = ''; // blanks are left out: pages collapse them, and each glyph has its own place
    let at = 0;
    for (const { char, dots } of cells(run)) {
      if (char.trim() !== '') {
        xs.push(at + dots / 2);
        glyphs += char;
      }
      at += dots;
    }
    if (glyphs !== '') {
      const weight = run.bold ? ' font-weight="700"' : '';
      const place = `translate(${x} ${baseline}) scale(${run.width} ${run.height})`;
      shapes += `<text transform="${place}" x="${xs.join(' ')}" text-anchor="middle"${weight}>${escapeXml(glyphs)}</text>`;
    }
    x += at * run.width;
  }
  return { shapes, height };
}

function start(width: number, align: Align, paper: number): number {
  if (align === 'left') return 0;
  return align === 'center' ? Math.round((paper - width) / 2) : paper - width;
}

interface DarkRow {
  row: number;
  runs: { from: number; length: number }[];
}

function darkRuns(size: number, dark: (at: number) => boolean): DarkRow['runs'] {
  const runs: DarkRow['runs'] = [];
  for (let at = 0; at < size; at += 1) {
    if (!dark(at)) continue;
    const last = runs.at(-1);
    if (last && last.from + last.length === at) last.length += 1;
    else runs.push({ from: at, length: 1 });
  }
  return runs;
}

function modules(rows: DarkRow[], x: number, y: number, dots: number): string {
  const d = rows
    .flatMap(({ row, runs }) =>
      runs.map(
        ({ from, length }) =>
          `M${x + from * dots} ${y + row * dots}h${length * dots}v${dots}h${-length * dots}z`,
      ),
    )
    .join('');
  return `<path d="${d}" shape-rendering="crispEdges"/>`;
}

/** Straight at the top, torn by the cutter at the foot. */
function outline(width: number, height: number): string {
  const teeth = Math.round(width / (2 * TOOTH));
  const step = width / (2 * teeth);
  const foot = Array.from({ length: teeth }, () => `l${-step} ${TOOTH}l${-step} ${-TOOTH}`).join('');
  return `M0 0H${width}V${height - TOOTH}${foot}z`;
}

/** The largest text on a slip is its number. */
function titleOf(slip: DecodedSlip): string {
  const runs = slip.lines.flatMap((line) => (line.kind === 'text' ? line.runs : []));
  return runs.reduce((most, run) => (run.height > most.height ? run : most), { text: '', height: 0 }).text;
}

function isWords(text: string): boolean {
  return /[^-\s]/.test(text);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
