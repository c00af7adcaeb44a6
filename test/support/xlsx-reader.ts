import { strFromU8, unzipSync } from 'fflate';

/** A sheet's cells as text, row by row; enough to compare an export with what it should hold. */
export function readXlsx(bytes: Uint8Array, sheet = 1): string[][] {
  const files = unzipSync(bytes);
  const text = (name: string) => (files[name] ? strFromU8(files[name]) : '');
  const shared = [...text('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, body = '']) =>
    plain(body),
  );
  return [...text(`xl/worksheets/sheet${sheet}.xml`).matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(
    ([, row = '']) => {
      const cells: string[] = [];
      for (const [, attributes = '', body = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const column = /r="([A-Z]+)\d+"/.exec(attributes)?.[1];
        const index = column
          ? [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
          : cells.length;
        while (cells.length < index) cells.push('');
        const value = /<v>(.*?)<\/v>/s.exec(body)?.[1] ?? '';
        cells[index] = /t="s"/.test(attributes)
          ? (shared[Number(value)] ?? '')
          : /<is>/.test(body)
            ? plain(body)
            : plain(value);
      }
      return cells;
    },
  );
}

const plain = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
