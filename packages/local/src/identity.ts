import type { IncomingMessage, ServerResponse } from "node:http";
import type { DataFolder } from "./data-folder.ts";
import type { DemonstrationPerson } from "./demonstration-people.ts";
import { loginKey } from "./identity/login-key.ts";

/** Where the provider is, below the origin of the window. */
export const IDENTITY_PATH = "/oidc";

export interface Identity {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly tokenUrl: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** What a department's own client proves itself with (client credentials). */
  readonly clients: readonly { readonly id: string; readonly secret: string }[];
}

interface Parts {
  readonly folder: Pick<DataFolder, "key" | "place" | "settings">;
  readonly origin: string;
  readonly people: readonly DemonstrationPerson[];
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Departments have clients of their own, as they would with a province's login. */
const clientsOf = ({ folder, people }: Parts) =>
  people
    .filter(({ role }) => role === "department")
    .map(({ id }) => ({ id, secret: hex(folder.key(`client-secret/${id}`)) }));

const HOME = "login-home";

/** Where the folder was opened first. People are known by their issuer, so another port makes them nobody else. */
const homeOf = ({ folder: { settings }, origin }: Parts): string => {
  const known = settings.get(HOME);
  if (known === undefined) settings.putNow(HOME, origin);
  return known ?? origin;
};

/**
 * The login of the local window: the certified `oidc-provider` with demonstration people. Its signing key lies in the
 * data folder, so tokens outlive a restart; everything else about a login is in memory.
 */
export const openIdentity = (parts: Parts): Identity => {
  const { folder, origin, people } = parts;
  const issuer = `${homeOf(parts)}${IDENTITY_PATH}`;
  const here = `${origin}${IDENTITY_PATH}`;
  const clients = clientsOf(parts);
  const key = loginKey(folder.place("keys"));
  const cookieKey = hex(folder.key("login-cookies"));
  const known = { issuer, origin, people, clients, key, cookieKey };
  const load = async () => (await import("./identity/provider.ts")).openProvider(known);
  let provider: ReturnType<typeof load> | undefined;
  return {
    issuer,
    audience: origin,
    jwksUrl: `${here}/jwks`,
    tokenUrl: `${here}/token`,
    clients,
    handle(request, response) {
      // As Express does for what is mounted below a path: the provider needs both.
      const path = request.url?.slice(IDENTITY_PATH.length);
      Object.assign(request, { originalUrl: request.url, url: path === "" ? "/" : path });
      provider ??= load();
      void provider.then((answer) => answer(request, response));
    },
  };
};
