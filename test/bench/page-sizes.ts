import { gzipSync } from 'node:zlib';
import { builtPages } from '../built-files/support/pages.ts';
import { type Figure, figure } from './figure.ts';

const HOPED_KB: Record<string, number> = { 'kiosk.html': 45, 'hall.html': 45 };

/** Script that each page must have before it shows anything, gzipped, in kB of 1,000 bytes. */
export function benchPageSizes(): Figure[] {
  return builtPages().map(({ name, first }) => {
    const size = first.reduce((sum, { text }) => sum + gzipSync(text).length, 0) / 1000;
    const made = figure(`script of ${name}`, 'kB gzip', [size]);
    const hoped = HOPED_KB[name];
    if (hoped !== undefined) made.hope = { text: `under ${hoped} kB`, met: size < hoped };
    return made;
  });
}
