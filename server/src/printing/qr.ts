import qrcode from 'qrcode';

/** Medium correction: a slip is creased and thumbed, and its code is short. */
export const QR_LEVEL = 'M';
/** Light modules that a code needs around it, by ISO/IEC 18004. */
export const QR_QUIET = 4;

export type QrLevel = 'L' | 'M' | 'Q' | 'H';

export interface QrMatrix {
  /** Modules a side, without the quiet zone. */
  size: number;
  /** Whether the module is dark; light outside the code. */
  dark(row: number, column: number): boolean;
}

/** The code's modules. Throws where the data is longer than any code holds. */
export function qrMatrix(data: string, level: QrLevel = QR_LEVEL): QrMatrix {
  // As bytes always: printers encode `GS ( k` data so, and the size then agrees with theirs.
  const { modules } = qrcode.create([{ data: Buffer.from(data, 'utf8'), mode: 'byte' }], {
    errorCorrectionLevel: level,
  });
  const inside = (n: number) => n >= 0 && n < modules.size;
  return {
    size: modules.size,
    dark: (row, column) => inside(row) && inside(column) && modules.get(row, column) === 1,
  };
}

/** The largest module, in dots, that keeps the whole code within `dots`: 3 to 8, as scanners like it. */
export function qrModuleDots(data: string, dots: number): number {
  return Math.min(8, Math.max(3, Math.floor(dots / (qrMatrix(data).size + 2 * QR_QUIET))));
}
