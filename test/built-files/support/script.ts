import { parse as acorn, type Node, type Program } from 'acorn';

/**
 * By default a module in the last edition of ECMAScript whose syntax Chrome 80 knows whole; edition 5
 * is a classic script. @throws SyntaxError
 */
export const parse = (code: string, edition: 5 | 2020 | 'latest' = 2020): Program =>
  acorn(code, { ecmaVersion: edition, sourceType: edition === 5 ? 'script' : 'module' });

type Parts = Node & Record<string, unknown>;

/** Every node below `node`, itself first. */
export function* nodes(node: Node): Generator<Parts> {
  yield node as Parts;
  for (const part of Object.values(node)) {
    for (const one of Array.isArray(part) ? part : [part]) {
      if (one && typeof (one as Node).type === 'string') yield* nodes(one as Node);
    }
  }
}

/** What a module imports, by `import`, `export … from` or `import()`. */
export const importsOf = (program: Program): string[] =>
  sourcesOf(program, /^(ImportExpression|(Import|Export\w+)Declaration)$/);

/** What a module must have before it runs: all but `import()`. */
export const importsAtOnce = (program: Program): string[] =>
  sourcesOf(program, /^(Import|Export\w+)Declaration$/);

/** A text that is written out, in whatever quotes. */
function textOf(node: unknown): unknown {
  const { type, value, quasis } = (node ?? {}) as { type?: string; value?: unknown; quasis?: Parts[] };
  if (type !== 'TemplateLiteral' || quasis?.length !== 1) return value;
  return (quasis[0]?.value as { cooked?: string } | undefined)?.cooked;
}

function sourcesOf(program: Program, kind: RegExp): string[] {
  const sources = [...nodes(program)].map((node) => {
    return kind.test(node.type) ? textOf(node.source) : undefined;
  });
  return sources.filter((source): source is string => typeof source === 'string');
}

/** The texts written in a script, template literals in their pieces. */
export function* strings(program: Program): Generator<string> {
  for (const node of nodes(program)) {
    if (node.type === 'Literal' && typeof node.value === 'string') yield node.value;
    if (node.type === 'TemplateElement') yield (node.value as { raw: string }).raw;
  }
}

const nameOf = (node: unknown): string | undefined => {
  const { type, name, value } = (node ?? {}) as { type?: string; name?: string; value?: unknown };
  if (type === 'Identifier') return name;
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
};

/** A use of a member: `object` is its last name where it has one (`window.crypto.subtle` → `crypto`). */
export interface Use {
  object: string | undefined;
  property: string;
  called: boolean;
  start: number;
}

/** Every `object.property` and every global name that is read, so that words inside texts do not count. */
export function* uses(program: Program): Generator<Use> {
  const callees = new Set<unknown>();
  const notRead = new Set<unknown>();
  for (const node of nodes(program)) {
    if (node.type === 'CallExpression' || node.type === 'NewExpression') callees.add(node.callee);
    if (node.type === 'MemberExpression') {
      const property =
        node.computed && (node.property as Node).type === 'Identifier' ? undefined : nameOf(node.property);
      if (!node.computed) notRead.add(node.property);
      const object = node.object as Parts;
      const owner = object.type === 'MemberExpression' ? nameOf(object.property) : nameOf(object);
      if (property) yield { object: owner, property, called: callees.has(node), start: node.start };
    }
    if (node.type === 'Property' && !node.computed && !node.shorthand) notRead.add(node.key);
    if (node.type === 'MethodDefinition' && !node.computed) notRead.add(node.key);
    if (node.type === 'Identifier' && !notRead.has(node)) {
      yield {
        object: 'globalThis',
        property: node.name as string,
        called: callees.has(node),
        start: node.start,
      };
    }
  }
}
