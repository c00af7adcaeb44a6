import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { Hub } from '../hub.ts';
import type { App } from '../typed.ts';

/** Where each page lives: address → app and file. */
const PAGES: Record<string, { app: string; file: string }> = {
  '/': { app: 'manager', file: 'home.html' },
  '/kiosk': { app: 'kiosk', file: 'kiosk.html' },
  '/t/:token': { app: 'kiosk', file: 'phone.html' },
  '/counter': { app: 'counter-display', file: 'counter.html' },
  '/pad': { app: 'counter-display', file: 'pad.html' },
  '/hall': { app: 'hall-screen', file: 'hall.html' },
  '/manager': { app: 'manager', file: 'manager.html' },
};
const APPS = ['kiosk', 'counter-display', 'hall-screen', 'manager'];
const NOT_BUILT =
  '<!doctype html><meta charset="utf-8"><title>Jiaohao</title><p>屏幕页面尚未构建，请运行 pnpm build。 The screens are not built yet: run pnpm build.</p>';

/**
 * The screens. Halls are plain-http LANs, so nothing here may need or force a secure context: no HSTS,
 * no `upgrade-insecure-requests`, no headers that browsers ignore (and complain about) over http.
 */
export async function pageRoutes(app: App, hub: Hub): Promise<void> {
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Older WebViews do not count ws: as 'self'.
        connectSrc: ["'self'", 'ws:', 'wss:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
  });

  for (const name of APPS) {
    const root = join(hub.screensRoot, name, 'dist');
    if (!existsSync(root)) continue;
    await app.register(fastifyStatic, {
      root,
      prefix: `/app/${name}/`,
      decorateReply: false,
      index: false,
      cacheControl: false,
      setHeaders(reply, path) {
        // Names in assets/ carry a hash of what is in them.
        const hashed = path.includes('/assets/');
        reply.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }

  await app.register(fastifyStatic, { root: hub.screensRoot, serve: false });
  for (const [url, { app: name, file }] of Object.entries(PAGES)) {
    const path = join(name, 'dist', file);
    app.get(
      url,
      { config: { access: ['anyone'] }, schema: { hide: true } },
      async (_request, reply: FastifyReply) => {
        reply.header('Cache-Control', 'no-store');
        if (!existsSync(join(hub.screensRoot, path)))
          return reply.code(503).type('text/html').send(NOT_BUILT);
        return reply.sendFile(path, { cacheControl: false });
      },
    );
  }
}
