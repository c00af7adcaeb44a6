import { Ajv, type ValidateFunction } from 'ajv';
import buildSerializer from 'fast-json-stringify';
import type { App } from './typed.ts';

/**
 * Schemas are compiled when their route is first used. Compiling all of them took two thirds of the time in
 * which a hub that was started again gave no numbers.
 */
export function installSchemas(app: App): void {
  const ajv = new Ajv({ removeAdditional: false, coerceTypes: false, useDefaults: true, allErrors: false });

  app.setValidatorCompiler(({ schema }) => {
    let validate: ValidateFunction | undefined;
    return (data: unknown) => {
      validate ??= ajv.compile(schema as object);
      return validate(data) ? { value: data } : { error: validate.errors as never };
    };
  });
  app.setSerializerCompiler(({ schema }) => {
    let serialise: ((data: unknown) => string) | undefined;
    return (data: unknown) => {
      serialise ??= buildSerializer(schema as Parameters<typeof buildSerializer>[0]);
      return serialise(data);
    };
  });
}
