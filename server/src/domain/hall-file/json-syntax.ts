/**
 * Where a JSON text breaks, told for people who edit it by hand. `JSON.parse` names a place for
 * some faults only, and keeps silent about a key written twice, so that half of what was typed is lost.
 */
export type SyntaxFault =
  | 'empty'
  | 'unexpected'
  | 'ends-early'
  | 'comma-missing'
  | 'comma-too-many'
  | 'comment'
  | 'full-width'
  | 'string-unclosed'
  | 'string-escape'
  | 'quotes-missing'
  | 'after-end'
  | 'too-deep';

export type JsonScan =
  | { ok: false; fault: SyntaxFault; line: number; column: number; found: string }
  /** `repeated`: paths such as `services[3].letter` whose key stands twice in its object. */
  | { ok: true; repeated: string[] };

/** Deeper than any settings file goes; keeps the scan's recursion bounded. */
const DEEPEST = 64;
const FULL_WIDTH = '，：“”‘’｛｝［］【】、；';
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}\p{N}_$-]+/uy;
const STRING_PART = /(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*/y;

class Fault extends Error {
  readonly fault: SyntaxFault;
  readonly offset: number;
  constructor(fault: SyntaxFault, offset: number) {
    super(fault);
    this.fault = fault;
    this.offset = offset;
  }
}

/** Lines and columns count from one; a column is a UTF-16 unit, as editors count. */
export function scanJson(text: string): JsonScan {
  try {
    return { ok: true, repeated: scan(text) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const before = text.slice(0, error.offset).split('\n');
    const found = String.fromCodePoint(text.codePointAt(error.offset) ?? 0x20).trim();
    return { ok: false, fault: error.fault, line: before.length, column: before.at(-1)!.length + 1, found };
  }
}

/** One walk over the text by the JSON grammar (RFC 8259). @throws Fault */
function scan(text: string): string[] {
  const repeated: string[] = [];
  let at = 0;

  const fail = (fault: SyntaxFault): never => {
    const here = text[at];
    if (here === undefined) throw new Fault(fault === 'empty' ? 'empty' : 'ends-early', at);
    if (here === '/' || here === '#') throw new Fault('comment', at);
    if (FULL_WIDTH.includes(here)) throw new Fault('full-width', at);
    throw new Fault(fault, at);
  };
  const space = (): void => {
    while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };

  const string = (): string => {
    const begun = at;
    at += 1;
    at += match(STRING_PART)!.length;
    if (text[at] === '\\') throw new Fault('string-escape', at);
    if (text[at] !== '"') throw new Fault('string-unclosed', begun);
    at += 1;
    return JSON.parse(text.slice(begun, at)) as string;
  };

  const value = (path: string, depth: number): void => {
    if (depth > DEEPEST) throw new Fault('too-deep', at);
    space();
    const here = text[at];
    if (here === '{') members(path, depth);
    else if (here === '[') list(']', (index) => value(`${path}[${index}]`, depth + 1));
    else if (here === '"') string();
    else plain();
  };

  const plain = (): void => {
    const number = match(NUMBER);
    const word = match(WORD);
    const read = number ?? (word === 'true' || word === 'false' || word === 'null' ? word : undefined);
    if (read === undefined) fail(word || text[at] === "'" ? 'quotes-missing' : 'unexpected');
    else at += read.length;
  };

  const members = (path: string, depth: number): void => {
    const seen = new Set<string>();
    list('}', () => {
      if (text[at] !== '"') fail(match(WORD) || text[at] === "'" ? 'quotes-missing' : 'unexpected');
      const key = string();
      const member = path === '' ? key : `${path}.${key}`;
      if (seen.has(key)) repeated.push(member);
      seen.add(key);
      space();
      if (text[at] !== ':') fail('unexpected');
      at += 1;
      value(member, depth + 1);
    });
  };

  const list = (close: string, one: (index: number) => void): void => {
    at += 1;
    space();
    for (let index = 0; text[at] !== close; index += 1) {
      one(index);
      space();
      if (text[at] === close) break;
      if (text[at] !== ',') fail('comma-missing');
      const comma = at;
      at += 1;
      space();
      if (text[at] === close) throw new Fault('comma-too-many', comma);
    }
    at += 1;
  };

  space();
  if (at === text.length) fail('empty');
  value('', 0);
  space();
  if (at < text.length) fail('after-end');
  return repeated;
}
