import { type Static, Type } from 'typebox';
import Value from 'typebox/value';

/**
 * What one printer can do and how the hall wants it used. Every figure differs between makes, so
 * all of them are settings of the printer, none of the code. Kept as JSON beside the printer.
 */
export const PrinterProfile = Type.Object(
  {
    paperMm: Type.Union([Type.Literal(58), Type.Literal(80)], { default: 80 }),
    encoding: Type.Union(
      [
        Type.Literal('gb18030'),
        Type.Literal('gbk'),
        Type.Literal('utf-8'),
        Type.Literal('cp437'),
        Type.Literal('cp850'),
        Type.Literal('cp852'),
        Type.Literal('cp858'),
        Type.Literal('cp866'),
        Type.Literal('windows-1252'),
      ],
      { default: 'gb18030', description: 'how text is sent; a code page cannot print Chinese' },
    ),
    codePageNumber: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 255, description: "the n of ESC t where it is not Epson's" }),
    ),
    largestMultiple: Type.Integer({ minimum: 1, maximum: 8, default: 4, description: 'of text size' }),
    qr: Type.Union([Type.Literal('native'), Type.Literal('raster')], { default: 'native' }),
    cut: Type.Union([Type.Literal('full'), Type.Literal('partial'), Type.Literal('none')], {
      default: 'partial',
    }),
    beep: Type.Boolean({ default: false }),
    status: Type.Boolean({
      default: true,
      description: 'answers DLE EOT and GS r; without it a slip is never known to be printed',
    }),
    copies: Type.Integer({ minimum: 1, maximum: 3, default: 1, description: 'of each slip' }),
  },
  { additionalProperties: false },
);
export type PrinterProfile = Static<typeof PrinterProfile>;
export type PrinterEncoding = PrinterProfile['encoding'];

/** Columns of single-width text and dots across the printable paper, at 203 dpi and 12 dots a column. */
export const PAPER = { 58: { columns: 32, dots: 384 }, 80: { columns: 48, dots: 576 } } as const;
export const COLUMN_DOTS = 12;

/** Epson's numbers for `ESC t n`; several makes differ, hence `codePageNumber`. */
export const CODE_PAGE_NUMBERS: Partial<Record<PrinterEncoding, number>> = {
  cp437: 0,
  cp850: 2,
  'windows-1252': 16,
  cp866: 17,
  cp852: 18,
  cp858: 19,
};

export class BadPrinterProfile extends Error {
  override name = 'BadPrinterProfile';
}

/** A whole profile from what was stored or typed: defaults filled in. Throws `BadPrinterProfile`, saying where. */
export function printerProfile(settings: unknown = {}): PrinterProfile {
  const filled = Value.Default(PrinterProfile, structuredClone(settings));
  if (Value.Check(PrinterProfile, filled)) return filled;
  const [first] = Value.Errors(PrinterProfile, filled);
  throw new BadPrinterProfile(
    `printer profile ${first?.instancePath || '/'}: ${first?.message ?? 'not valid'}`,
  );
}
