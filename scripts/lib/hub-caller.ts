/** Somebody who calls a hub over HTTP: signed in, paired, or nobody. */
export interface HubCaller {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
}

export interface Credentials {
  /** Of a session, as `name=value`. */
  cookie?: string;
  /** Of a device. */
  token?: string;
}

/** The hub said no. `code` is the contract's, such as `queue-empty`. */
export class HubRefusal extends Error {
  override name = 'HubRefusal';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, what: string) {
    super(`${what} answered ${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/**
 * @param url the hub's, without a slash at the end
 * @throws HubRefusal from each call, for any answer that is not a success
 */
export function hubCaller(url: string, { cookie, token }: Credentials = {}): HubCaller {
  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['content-type'] = 'application/json';
    // Who acts by cookie shows that the page is the hub's own.
    if (cookie !== undefined) Object.assign(headers, { cookie, origin: url });
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    const response = await fetch(url + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) throw await refusalOf(response, `${method} ${path}`);
    return (await response.json()) as T;
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
  };
}

/** Signs in. */
export async function signIn(
  url: string,
  username: string,
  password: string,
): Promise<{ cookie: string; caller: HubCaller }> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!response.ok) throw await refusalOf(response, `signing in as ${username}`);
  await response.arrayBuffer();
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, caller: hubCaller(url, { cookie }) };
}

/** Adds a device and pairs it. */
export async function pairDevice(
  url: string,
  manager: HubCaller,
  device: { kind: string; name: string; counterId?: string },
): Promise<{ id: string; token: string; caller: HubCaller }> {
  const { id, pairingCode } = await manager.post<{ id: string; pairingCode: string }>('/api/devices', device);
  const { token } = await hubCaller(url).post<{ token: string }>('/api/devices/pair', { pairingCode });
  return { id, token, caller: hubCaller(url, { token }) };
}

async function refusalOf(response: Response, what: string): Promise<HubRefusal> {
  const body = (await response.json().catch(() => ({}))) as { error?: { code?: string } };
  return new HubRefusal(response.status, body.error?.code ?? 'unknown', what);
}
