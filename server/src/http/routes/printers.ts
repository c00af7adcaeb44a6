import { randomUUID } from 'node:crypto';
import { Type } from 'typebox';
import { DomainError } from '../../domain/errors.ts';
import { BadPrinterUrl, parsePrinterUrl } from '../../printing/open-transport.ts';
import { BadPrinterProfile, PrinterProfile, printerProfile } from '../../printing/printer-profile.ts';
import type { PrinterRow } from '../../store/port.ts';
import { requestKey } from '../idempotency.ts';
import { IdParams, type Routes } from '../typed.ts';

const PrinterView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  url: Type.String({ description: 'virtual:, tcp://host:9100 or file:/dev/usb/lp0' }),
  profile: PrinterProfile,
});
const Fields = {
  name: Type.String({ minLength: 1, maxLength: 60 }),
  url: Type.String({ minLength: 1, maxLength: 300 }),
  /** Those left out stay as they are, or have their defaults. */
  profile: Type.Partial(PrinterProfile, { additionalProperties: false }),
};
const NewPrinter = Type.Object(
  { ...Fields, profile: Type.Optional(Fields.profile) },
  { additionalProperties: false },
);
const ChangePrinter = Type.Object(
  {
    name: Type.Optional(Fields.name),
    url: Type.Optional(Fields.url),
    profile: Type.Optional(Fields.profile),
  },
  { additionalProperties: false },
);

/** Printers can move to another address or be set to another paper without a restart. */
export const printerRoutes: Routes = (app, hub) => {
  const { operations, store } = hub;
  const view = ({ id, name, url, profile }: PrinterRow) => ({
    id,
    name,
    url,
    profile: printerProfile(JSON.parse(profile)),
  });

  app.get(
    '/api/settings/printers',
    {
      config: { access: ['manager'] },
      schema: { tags: ['settings'], response: { 200: Type.Object({ printers: Type.Array(PrinterView) }) } },
    },
    async () => ({ printers: (await store.printers()).map(view) }),
  );

  app.post(
    '/api/settings/printers',
    {
      config: { access: ['manager'] },
      schema: { tags: ['settings'], body: NewPrinter, response: { 201: PrinterView } },
    },
    async (request, reply) => {
      const { name, url, profile } = request.body;
      const printer = checked({ id: `printer-${randomUUID()}`, name, url }, profile ?? {});
      const made = await operations.write(
        async () => ({ writes: [{ kind: 'put-printer', printer }], answer: view(printer) }),
        requestKey(hub, request),
      );
      reply.code(201);
      return made;
    },
  );

  app.put(
    '/api/settings/printers/:id',
    {
      config: { access: ['manager'] },
      schema: {
        tags: ['settings'],
        summary: 'Change its address or settings; the next slip already follows them',
        params: IdParams,
        body: ChangePrinter,
        response: { 200: PrinterView },
      },
    },
    async (request) => {
      const { name, url, profile } = request.body;
      return operations.write(async () => {
        const before = (await store.printers()).find(({ id }) => id === request.params.id);
        if (!before) throw new DomainError('not-found');
        const printer = checked(
          { id: before.id, name: name ?? before.name, url: url ?? before.url },
          { ...JSON.parse(before.profile), ...profile },
        );
        return { writes: [{ kind: 'put-printer', printer }], answer: view(printer) };
      });
    },
  );
};

/** @throws DomainError `malformed` for an address or a profile that is none */
function checked(printer: Omit<PrinterRow, 'profile'>, profile: object): PrinterRow {
  try {
    parsePrinterUrl(printer.url);
    return { ...printer, profile: JSON.stringify(printerProfile(profile)) };
  } catch (error) {
    if (error instanceof BadPrinterUrl) throw new DomainError('malformed', { field: 'url' });
    if (error instanceof BadPrinterProfile) throw new DomainError('malformed', { field: 'profile' });
    throw error;
  }
}
