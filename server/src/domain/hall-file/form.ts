import type { TSchema } from 'typebox';
import type { TLocalizedValidationError } from 'typebox/error';
import { Settings } from 'typebox/system';
import { Value } from 'typebox/value';
import { nearMiss } from './near-miss.ts';
import type { Form, Kind, Problem } from './problems.ts';

/** The parts of JSON Schema that the hall's schemas use. */
export interface Shape {
  type?: string;
  pattern?: string;
  properties?: Record<string, Shape>;
  patternProperties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  const?: unknown;
}

/** All that does not match the schema, each told as a person would need it. Paths as `services[3].letter`. */
export function checkForm(schema: TSchema, value: unknown): Problem[] {
  const shape = schema as Shape;
  return allErrors(schema, value).flatMap((error) => problemsOf(error, shape, value));
}

/** TypeBox stops after eight errors unless told otherwise; its setting is global, so it is put back. */
function allErrors(schema: TSchema, value: unknown): TLocalizedValidationError[] {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: 10_000 });
  try {
    return Value.Errors(schema, value);
  } finally {
    Settings.Set({ maxErrors });
  }
}

const KINDS: Record<string, Kind> = {
  string: 'text',
  number: 'number',
  integer: 'whole-number',
  boolean: 'yes-no',
  array: 'list',
  object: 'object',
};

const FORMS: [hint: string, form: Form][] = [
  ['[a-z0-9-]{0,62}', 'id'],
  ['[A-Z]{1,2}', 'letter'],
  ['[0-5][0-9]', 'time'],
  ['[0-9]{4}-', 'date'],
  ['[A-Za-z0-9._-]', 'username'],
];

function problemsOf(error: TLocalizedValidationError, root: Shape, value: unknown): Problem[] {
  const where = pathOf(error.instancePath, value);
  const shape = follow(root, error.schemaPath);
  const found = String(at(value, error.instancePath));
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.map((name) => ({
        where: join(where, name),
        kind: 'missing',
        expected: KINDS[shape?.properties?.[name]?.type ?? ''] ?? 'other',
      }));
    case 'additionalProperties': {
      const known = Object.keys(shape?.properties ?? {});
      return error.params.additionalProperties.map((name) => ({
        where: join(where, name),
        kind: 'unknown-field',
        known,
        meant: nearMiss(name, known),
      }));
    }
    case 'type':
      return [{ where, kind: 'wrong-kind', expected: KINDS[String(error.params.type)] ?? 'other' }];
    case 'pattern': {
      const pattern = String(error.params.pattern);
      return [
        {
          where,
          kind: 'wrong-form',
          found,
          form: FORMS.find(([hint]) => pattern.includes(hint))?.[1] ?? 'other',
        },
      ];
    }
    case 'anyOf': {
      const allowed = (shape?.anyOf ?? []).map((one) => String(one.const));
      return [{ where, kind: 'not-one-of', found, allowed, meant: nearMiss(found, allowed) }];
    }
    case 'const': {
      // Branches of a union are told once, by its `anyOf`.
      if (error.schemaPath.includes('/anyOf/')) return [];
      const allowed = [String(error.params.allowedValue)];
      return [{ where, kind: 'not-one-of', found, allowed, meant: nearMiss(found, allowed) }];
    }
    case 'boolean':
      // The schema `false` behind an additional property, which is told by its name already.
      return [];
    case 'minimum':
    case 'exclusiveMinimum':
      return [
        {
          where,
          kind: 'too-small',
          least: Number(error.params.limit),
          exclusive: error.keyword === 'exclusiveMinimum',
        },
      ];
    case 'maximum':
      return [{ where, kind: 'too-large', most: Number(error.params.limit) }];
    case 'minLength':
      return [{ where, kind: 'too-short', least: error.params.limit }];
    case 'maxLength':
      return [{ where, kind: 'too-long', most: error.params.limit }];
    case 'minItems':
      return [{ where, kind: 'too-few', least: error.params.limit }];
    case 'maxItems':
      return [{ where, kind: 'too-many', most: error.params.limit }];
    default:
      return [{ where, kind: 'other', message: error.message }];
  }
}

const join = (where: string, name: string): string => (where === '' ? name : `${where}.${name}`);

const steps = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

function at(value: unknown, pointer: string): unknown {
  return steps(pointer).reduce<unknown>(
    (inside, step) => (inside as Record<string, unknown> | undefined)?.[step],
    value,
  );
}

function follow(root: Shape, pointer: string): Shape | undefined {
  return at(root, pointer.replace(/^#/, '')) as Shape | undefined;
}

/** A JSON pointer `/services/3/letter` as people write it: `services[3].letter`. */
function pathOf(pointer: string, value: unknown): string {
  let path = '';
  let inside = value;
  for (const step of steps(pointer)) {
    path = Array.isArray(inside) ? `${path}[${step}]` : join(path, step);
    inside = (inside as Record<string, unknown> | undefined)?.[step];
  }
  return path;
}
