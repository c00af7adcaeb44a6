import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHub, type TestHub } from '../support/hub.ts';

/** The documentation that the hub serves of itself. */

interface Operation {
  tags?: string[];
  summary?: string;
  parameters?: { name: string; in: string; required?: boolean; schema: unknown }[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
}
interface OpenApi {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { securitySchemes: Record<string, unknown>; schemas?: Record<string, unknown> };
}

/** The table of design.md. */
const CONTRACT = [
  'POST /api/session',
  'GET /api/session',
  'DELETE /api/session',
  'POST /api/devices',
  'POST /api/devices/pair',
  'GET /api/menu',
  'POST /api/tickets',
  'POST /api/tickets/{id}/reprint',
  'GET /api/tickets/{token}',
  'POST /api/tickets/{token}/cancel',
  'POST /api/tickets/{token}/rating',
  ...[
    'open',
    'pause',
    'resume',
    'close',
    'call-next',
    'call',
    'recall',
    'start',
    'finish',
    'no-show',
    'park',
    'resume-ticket',
    'transfer',
    'return',
    'rating',
  ].map((move) => `POST /api/counters/{id}/${move}`),
  'GET /api/board',
  'GET /api/reports/turns',
  'GET /api/reports/turns.csv',
  'GET /api/reports/turns.xlsx',
  'GET /api/reports/summary',
  ...['counters', 'services', 'rules', 'notices'].flatMap((section) => [
    `GET /api/settings/${section}`,
    `PUT /api/settings/${section}`,
  ]),
  'GET /api/settings/people',
  'GET /api/settings/devices',
  'POST /api/settings/people',
  'GET /healthz',
  'GET /metrics',
];

let hub: TestHub;
let document: OpenApi;
beforeAll(async () => {
  hub = await startHub();
  document = (await (await fetch(`${hub.url}/api/openapi.json`)).json()) as OpenApi;
});
afterAll(() => hub.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

describe('the OpenAPI document', () => {
  test('is of version 3.1 and names the two ways of signing in', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({ title: 'Jiaohao 叫号' });
    expect(document.components.securitySchemes).toEqual({
      device: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie', name: 'jiaohao' },
    });
  });

  test('lists every route of the contract', () => {
    const listed = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    expect(CONTRACT.filter((route) => !listed.includes(route))).toEqual([]);
  });

  test('names each parameter of a path, and every answer has words', () => {
    for (const { path, method, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const told = (operation.parameters ?? []).filter(({ in: where }) => where === 'path');
      expect([method, path, told.map(({ name }) => name)]).toEqual([method, path, named]);
      expect(told.every(({ required }) => required === true)).toBe(true);
      const answers = Object.entries(operation.responses);
      expect(answers.length).toBeGreaterThan(0);
      for (const [status, { description }] of answers) {
        expect(status).toMatch(/^[1-5]\d\d$/);
        expect(description).toBeTruthy();
      }
    }
  });

  test('refers to nothing that it does not hold', () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path as string);
    for (const name of names) {
      const found = name
        .split('/')
        .reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], document);
      expect(found, name).toBeDefined();
    }
  });

  test('says what a body may hold', () => {
    const body = document.paths['/api/tickets']?.post?.requestBody?.content['application/json']?.schema;
    expect(body).toMatchObject({ type: 'object', additionalProperties: false });
    expect(Object.keys(body?.properties as object)).toEqual([
      'serviceId',
      'serviceIds',
      'priority',
      'language',
      'told',
      'holder',
      'override',
    ]);
    expect(document.paths['/api/tickets']?.post?.responses).toHaveProperty('201');
  });
});

describe('the readable documentation', () => {
  test('is served from the hub alone', async () => {
    const page = await fetch(`${hub.url}/api/docs/`);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('Swagger UI');
    expect(html).not.toMatch(/(src|href)="https?:/);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
    for (const [, file] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const url = new URL(file as string, page.url);
      expect((await fetch(url)).status, url.pathname).toBe(200);
    }
  });
});
