import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceKind } from '@jiaohao/shared/contract/session.ts';
import { buildHub, type HubPorts, type RunningHub } from '../../server/src/app.ts';
import type { Config } from '../../server/src/config.ts';
import { voiceStandIn } from './voice-stand-in.ts';

export const ADMIN_PASSWORD = 'test-admin-password';

/** A test whose process stands still for a while is not a screen that has gone. */
const PATIENT_MS = 30_000;

/** A stored hash says what it cost, so this one is as quick to check as to make. */
const QUICK = { N: 1024, r: 8, p: 1 };

export interface TestHub extends RunningHub {
  /** `http://127.0.0.1:port`, set once it listens. */
  url: string;
  dataDir: string;
}

export interface TestHubOptions extends HubPorts {
  dataDir?: string;
  /** Keeps the data folder when the hub closes, for a second start on it. */
  keepData?: boolean;
  listen?: boolean;
  config?: Partial<Config>;
  hallFile?: string;
  printerUrl?: string;
  /** Speaks with the engine of a hall instead of the stand-in. */
  realVoice?: boolean;
}

/** The real hub on a fresh data folder and a free port of loopback. */
export async function startHub(options: TestHubOptions = {}): Promise<TestHub> {
  const {
    dataDir = mkdtempSync(join(tmpdir(), 'jiaohao-')),
    keepData = false,
    listen = true,
    config,
    ...rest
  } = options;
  const { hallFile, printerUrl = 'virtual:', realVoice = false, ...ports } = rest;
  const hub = await buildHub(
    {
      port: 0,
      host: '127.0.0.1',
      dataDir,
      logLevel: 'silent',
      publicUrl: undefined,
      seeds: { adminPassword: ADMIN_PASSWORD, printerUrl, hallFile },
      ...config,
    },
    {
      logger: false,
      passwordCost: QUICK,
      pongWithinMs: PATIENT_MS,
      ...(realVoice ? {} : { synthesiser: voiceStandIn() }),
      ...ports,
    },
  );
  const url = listen ? await hub.server.listen({ port: config?.port ?? 0, host: '127.0.0.1' }) : '';
  return {
    ...hub,
    url,
    dataDir,
    async close() {
      await hub.close();
      if (!keepData) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Somebody who calls the hub over HTTP: signed in, paired, or nobody. */
export interface Caller {
  get<T = unknown>(path: string): Promise<Answer<T>>;
  post<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = unknown>(path: string, body: unknown): Promise<Answer<T>>;
  delete<T = unknown>(path: string): Promise<Answer<T>>;
  /** The cookie or token it calls with. */
  cookie?: string;
  token?: string;
  id?: string;
}

export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

export function caller(
  url: string,
  { cookie, token, id }: { cookie?: string; token?: string; id?: string } = {},
): Caller {
  async function call<T>(
    method: string,
    path: string,
    body?: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const headers: Record<string, string> = { ...extra };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (cookie !== undefined) {
      headers['cookie'] = cookie;
      headers['origin'] ??= url;
    }
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    const response = await fetch(url + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      body: (json ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
    put: (path, body) => call('PUT', path, body),
    delete: (path) => call('DELETE', path),
    cookie,
    token,
    id,
  };
}

/** Signs in and answers with somebody who has the session's cookie. */
export async function signIn(hub: TestHub, username = 'admin', password = ADMIN_PASSWORD): Promise<Caller> {
  const response = await fetch(`${hub.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (response.status !== 200)
    throw new Error(`signing in answered ${response.status}: ${await response.text()}`);
  const { id } = (await response.json()) as { id: string };
  return caller(hub.url, { cookie: response.headers.getSetCookie()[0]?.split(';')[0], id });
}

/** Adds a person and signs in as them. */
export async function addPerson(
  hub: TestHub,
  admin: Caller,
  username: string,
  role: 'clerk' | 'hall-manager' | 'manager' = 'clerk',
  name = username,
): Promise<Caller> {
  const password = `${username}-password`;
  const made = await admin.post('/api/settings/people', { username, name, role, password });
  if (made.status !== 201) throw new Error(`adding ${username} answered ${made.status}`);
  return signIn(hub, username, password);
}

/** Another system with a token of its own. */
export async function apiClient(hub: TestHub, admin: Caller, name = 'platform'): Promise<Caller> {
  const made = await admin.post<{ id: string; token: string }>('/api/settings/api-clients', { name });
  if (made.status !== 201) throw new Error(`adding ${name} answered ${made.status}`);
  return caller(hub.url, made.body);
}

/** Adds and pairs a device. */
export async function pairDevice(
  hub: TestHub,
  admin: Caller,
  kind: DeviceKind,
  counterId?: string,
): Promise<Caller> {
  const made = await admin.post<{ id: string; pairingCode: string }>('/api/devices', {
    kind,
    name: kind,
    counterId,
  });
  if (made.status !== 201)
    throw new Error(`adding a ${kind} answered ${made.status}: ${JSON.stringify(made.body)}`);
  const { pairingCode, id } = made.body;
  const paired = await caller(hub.url).post<{ token: string }>('/api/devices/pair', { pairingCode });
  return caller(hub.url, { token: paired.body.token, id });
}
