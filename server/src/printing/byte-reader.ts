import iconv from 'iconv-lite';
import type { PrinterEncoding } from './printer-profile.ts';

export class UnknownCommand extends Error {
  override name = 'UnknownCommand';
}

export type Reader = ReturnType<typeof createReader>;

/** Reads bytes one after the other. Everything throws `UnknownCommand`, saying where, when it cannot go on. */
export function createReader(bytes: Uint8Array) {
  let at = 0;
  const unknown = () =>
    new UnknownCommand(
      `at byte ${at}: ${Buffer.from(bytes.subarray(Math.max(0, at - 4), at + 4)).toString('hex')}`,
    );
  const byte = () => {
    const value = bytes[at];
    if (value === undefined) throw unknown();
    at += 1;
    return value;
  };
  const take = (length: number) => {
    if (at + length > bytes.length) throw unknown();
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    byte,
    take,
    unknown,
    done: () => at >= bytes.length,
    word: () => byte() + byte() * 256,
    expect: (...wanted: number[]) => {
      for (const value of wanted) if (byte() !== value) throw unknown();
    },
    oneOf: <T>(values: readonly T[]): T => {
      const value = values[byte()];
      if (value === undefined) throw unknown();
      return value;
    },
    /** The character that begins with `first`: one byte, two in GB, up to four in UTF-8. */
    character: (first: number, encoding: PrinterEncoding): string => {
      const length = lengthOf(first, encoding);
      const all = Buffer.from([first, ...take(length - 1)]);
      const char = iconv.decode(all, encoding);
      if (char.includes('\ufffd')) throw unknown();
      return char;
    },
  };
}

function lengthOf(first: number, encoding: PrinterEncoding): number {
  if (first < 0x80) return 1;
  if (encoding === 'gb18030' || encoding === 'gbk') return 2;
  if (encoding !== 'utf-8') return 1;
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}
