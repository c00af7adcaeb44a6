// The rooms of the house: imports point downwards only (docs/decisions/001-rooms.md).
// shared ← domain ← {store, printing, voice, realtime, reports} ← operations ← http ← app ← main

const server = (room) => `^server/src/${room}(/|\\.ts$)`;
const forbid = (name, comment, from, to, pathNot) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to, ...(pathNot ? { pathNot } : {}) },
});

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    forbid(
      'shared-stands-alone',
      'shared imports nothing of ours',
      '^shared/src',
      '^(server|kiosk|counter-display|hall-screen|manager|test|scripts)/',
    ),
    forbid(
      'domain-is-pure',
      'the domain knows shared only',
      server('domain'),
      '^server/src/',
      server('domain'),
    ),
    forbid(
      'domain-no-platform',
      'no clock, framework or database in the domain',
      server('domain'),
      '^(node:|fastify|socket\\.io|better-sqlite3)',
    ),
    ...['store', 'printing', 'voice', 'realtime', 'reports'].map((room) =>
      forbid(
        `${room}-looks-down`,
        'adapters know domain and shared only; reports also ask the queries that the store keeps for them',
        server(room),
        '^server/src/',
        `^server/src/((${room}|domain)(/|\\.ts$)${room === 'reports' ? '|store/(report|journal)-queries\\.ts$' : ''})`,
      ),
    ),
    forbid(
      'operations-look-down',
      'operations never import http, app or main',
      server('operations'),
      '^server/src/(http|app|main)(/|\\.ts$)',
    ),
    forbid(
      'http-looks-down',
      'routes never import app or main',
      server('http'),
      '^server/src/(app|main)(/|\\.ts$)',
    ),
    forbid('app-looks-down', 'app never imports main', '^server/src/app\\.ts$', '^server/src/main\\.ts$'),
    ...['kiosk', 'counter-display', 'hall-screen', 'manager'].map((app) =>
      forbid(
        `${app}-knows-shared-only`,
        'screens import shared only',
        `^${app}/`,
        '^(server|kiosk|counter-display|hall-screen|manager|test)/',
        `^${app}/`,
      ),
    ),
    forbid(
      'sql-stays-in-store',
      'better-sqlite3 is opened by the store (and its report worker) only',
      '^server/src/(?!store/)',
      'better-sqlite3',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/vendor/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
