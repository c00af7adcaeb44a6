import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../../../server/src/domain/hall-file/json-syntax.ts';

const accepts = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('scanJson', () => {
  it.each([
    ['', 'empty', 1, 1],
    ['{', 'ends-early', 1, 2],
    ['{"a": 1,}', 'comma-too-many', 1, 8],
    ['{"a": [1\n 2]}', 'comma-missing', 2, 2],
    ['{"a"：1}', 'full-width', 1, 5],
    ['{“a”: 1}', 'full-width', 1, 2],
    ['{a: 1}', 'quotes-missing', 1, 2],
    ['{"a": 云溪}', 'quotes-missing', 1, 7],
    ["{'a': 1}", 'quotes-missing', 1, 2],
    ['// hall\n{}', 'comment', 1, 1],
    ['{}\n\n}', 'after-end', 3, 1],
    ['{"a": "x\ny"}', 'string-unclosed', 1, 7],
    ['{"a": "C:\\halls"}', 'string-escape', 1, 10],
    ['{"a" 1}', 'unexpected', 1, 6],
    ['['.repeat(100_000), 'too-deep', 1, 66],
  ])('%j breaks as %s', (text, fault, line, column) => {
    expect(scanJson(text.slice(0, 100_000))).toMatchObject({ ok: false, fault, line, column });
  });

  it('names the keys that stand twice, with their path', () => {
    expect(scanJson('{"a": [{"b": 1, "c": 2, "b": 3}], "a": 1}')).toEqual({
      ok: true,
      repeated: ['a[0].b', 'a'],
    });
  });

  it('agrees with JSON.parse on any text that is or nearly is JSON', () => {
    const spoilt = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', ':', '\\', 'x', '0', '-', '\n', '\u0001'),
      )
      .map(([json, place, mark]) => {
        const at = place % (json.length + 1);
        return json.slice(0, at) + mark + json.slice(at + (place % 2));
      });
    fc.assert(
      fc.property(spoilt, (text) => scanJson(text).ok === accepts(text)),
      { numRuns: 2000 },
    );
  });
});
