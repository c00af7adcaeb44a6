import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyServerOptions, LogController } from 'fastify';
import { DomainError } from '../domain/errors.ts';
import { profileOf } from '../domain/settings.ts';
import { installAccess } from './access.ts';
import { installErrors, refuseUnparsed, sayFrameworkError } from './errors.ts';
import type { Hub } from './hub.ts';
import { installSchemas } from './lazy-schemas.ts';
import { alertRoutes } from './routes/alerts.ts';
import { announcementRoutes } from './routes/announcements.ts';
import { apiClientRoutes } from './routes/api-clients.ts';
import { appointmentRoutes } from './routes/appointments.ts';
import { boardRoutes } from './routes/board.ts';
import { checkInRoutes } from './routes/check-in.ts';
import { counterListRoutes } from './routes/counter-list.ts';
import { counterRoutes } from './routes/counters.ts';
import { deviceRoutes } from './routes/devices.ts';
import { floorRoutes } from './routes/floor.ts';
import { guideRoutes } from './routes/guides.ts';
import { handoverRoutes } from './routes/handover.ts';
import { healthRoutes } from './routes/health.ts';
import { kioskStaffRoutes } from './routes/kiosk-staff.ts';
import { kioskVoiceRoutes } from './routes/kiosk-voice.ts';
import { moveRoutes } from './routes/moves.ts';
import { openCounterRoute } from './routes/open-counter.ts';
import { padRoutes } from './routes/pad.ts';
import { pageRoutes } from './routes/pages.ts';
import { paperNumberRoutes } from './routes/paper-numbers.ts';
import { paperRoutes } from './routes/papers.ts';
import { peopleRoutes } from './routes/people.ts';
import { printerRoutes } from './routes/printers.ts';
import { priorityRoutes } from './routes/priority.ts';
import { reliefRoutes } from './routes/relief.ts';
import { reportRoutes } from './routes/reports.ts';
import { scanRoutes } from './routes/scan.ts';
import { sessionRoutes } from './routes/session.ts';
import { settingsRoutes } from './routes/settings.ts';
import { slipRoutes } from './routes/slip.ts';
import { ticketRoutes } from './routes/tickets.ts';
import { voidRoutes } from './routes/void.ts';
import type { App } from './typed.ts';

const BODY_LIMIT = 256 * 1024;
/** The documentation works on a plain-http LAN without Internet: everything it needs comes from the hub. */
const DOCS_CSP =
  "default-src 'self'; base-uri 'none'; img-src 'self' data:; object-src 'none'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'";

/** The bare server: its socket is needed before the hub around it can be put together. */
export function createServer(logger: FastifyServerOptions['logger']): App {
  return Fastify({
    logger,
    bodyLimit: BODY_LIMIT,
    // Addresses hold slip tokens, and there are thousands of requests an hour: errors are logged by route.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    // A proxy before the hub runs on the same machine; its word for who calls is taken, nobody else's is.
    trustProxy: 'loopback',
    frameworkErrors: sayFrameworkError,
    clientErrorHandler: refuseUnparsed,
  }).withTypeProvider<TypeBoxTypeProvider>();
}

/** Puts the routes on it. */
export async function installRoutes(app: App, hub: Hub): Promise<void> {
  installErrors(app, () => profileOf(hub.operations.settings()));
  installJson(app);
  installSchemas(app);
  await app.register(fastifyCookie);
  installAccess(app, hub);
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
    reply.header('X-Content-Type-Options', 'nosniff');
  });

  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Jiaohao 叫号', description: 'Queue calling for service halls', version: '0.1.0' },
      components: {
        securitySchemes: {
          device: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'jiaohao' },
        },
      },
      security: [{ device: [] }, { session: [] }],
    },
  });
  const api = [
    sessionRoutes,
    deviceRoutes,
    ticketRoutes,
    voidRoutes,
    slipRoutes,
    scanRoutes,
    appointmentRoutes,
    checkInRoutes,
    guideRoutes,
    floorRoutes,
    announcementRoutes,
    counterListRoutes,
    openCounterRoute,
    counterRoutes,
    reliefRoutes,
    moveRoutes,
    handoverRoutes,
    priorityRoutes,
    padRoutes,
    boardRoutes,
    kioskVoiceRoutes,
    kioskStaffRoutes,
    reportRoutes,
    settingsRoutes,
    peopleRoutes,
    apiClientRoutes,
    printerRoutes,
    paperNumberRoutes,
    paperRoutes,
    alertRoutes,
    healthRoutes,
  ];
  await app.register(async (scope) => {
    for (const routes of api) routes(scope as App, hub);
    scope.get('/api/openapi.json', { config: { access: ['anyone'] }, schema: { hide: true } }, async () =>
      app.swagger(),
    );
  });
  await app.register(fastifySwaggerUi, { routePrefix: '/api/docs', staticCSP: DOCS_CSP });
  await app.register(async (scope) => pageRoutes(scope as App, hub));
}

/** JSON that may be left out: a command without words is an empty object. */
function installJson(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (body.length === 0) done(null, {});
    else if (isUtf8(body)) parse(request, body.toString('utf8'), done);
    else done(new DomainError('malformed'));
  });
  app.addHook('preValidation', async (request) => {
    if (request.method === 'POST' && request.body === undefined) request.body = {};
  });
}
