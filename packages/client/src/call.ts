/** One operation, as the description of the API has it. */
export interface Route {
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  /** A write: asking twice under one key is asking once. */
  readonly keyed: boolean;
}

/** What a request says beside which operation it is. */
export interface Sent {
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly query?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  /** An access token of somebody who may ask. */
  readonly token?: string | undefined;
  /** `Idempotency-Key`: a fresh one unless given, none when null. Give one to try again after a broken connection. */
  readonly key?: string | null | undefined;
}

const addressOf = ({ path }: Route, { params = {}, query = {} }: Sent): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
};

const headersOf = ({ keyed }: Route, { token, key = crypto.randomUUID(), body, headers = {} }: Sent) => ({
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(keyed && key !== null ? { "idempotency-key": key } : {}),
  ...(body === undefined ? {} : { "content-type": "application/json" }),
  ...headers,
});

export interface Call {
  readonly address: string;
  readonly init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body: string | null;
  };
}

/** The request of one operation at a window, ready for `fetch`. */
export const callOf = (origin: string, route: Route, sent: Sent = {}): Call => ({
  address: origin + addressOf(route, sent),
  init: {
    method: route.method.toUpperCase(),
    headers: headersOf(route, sent),
    body: sent.body === undefined ? null : JSON.stringify(sent.body),
  },
});
