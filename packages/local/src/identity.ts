import type { IncomingMessage, ServerResponse } from "node:http";
import Provider, { type Configuration, type ResourceServer } from "oidc-provider";
import type { DataFolder } from "./data-folder.ts";
import type { DemonstrationPerson } from "./demonstration-people.ts";
import { allowDemonstration, DEMONSTRATION_GRANT } from "./identity/demonstration-grant.ts";
import { inMemory } from "./identity/in-memory.ts";
import { loginKey } from "./identity/login-key.ts";

/** Where the provider is, below the origin of the window. */
export const IDENTITY_PATH = "/oidc";

/** The client whose name stands in the demonstration's curl lines; it has no secret because it guards nothing. */
export const DEMONSTRATION_CLIENT = "demonstration";

export interface Identity {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  readonly tokenUrl: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** What a department's own client proves itself with (client credentials). */
  readonly clients: readonly { readonly id: string; readonly secret: string }[];
}

/** An hour, so that a walk with curl need not hurry. */
const TOKEN_SECONDS = 3600;

const terms = (audience: string): ResourceServer => ({
  scope: "window",
  audience,
  accessTokenFormat: "jwt",
  accessTokenTTL: TOKEN_SECONDS,
  jwt: { sign: { alg: "ES256" } },
});

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

const configuration = (parts: Parts, clients: Identity["clients"]): Configuration => {
  const { folder, origin, people } = parts;
  const known = (id: string | undefined) => people.find((person) => person.id === id);
  return {
    adapter: inMemory(),
    jwks: { keys: [loginKey(folder.place("keys"))] },
    cookies: { keys: [hex(folder.key("login-cookies"))] },
    clients: [
      {
        client_id: DEMONSTRATION_CLIENT,
        grant_types: [DEMONSTRATION_GRANT],
        response_types: [],
        redirect_uris: [],
        token_endpoint_auth_method: "none",
        id_token_signed_response_alg: "ES256",
      },
      ...clients.map(({ id, secret }) => ({
        client_id: id,
        client_secret: secret,
        grant_types: ["client_credentials"],
        response_types: [],
        redirect_uris: [],
        id_token_signed_response_alg: "ES256" as const,
      })),
    ],
    clientDefaults: { id_token_signed_response_alg: "ES256" },
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    scopes: ["openid", "window"],
    findAccount: (_, sub) =>
      known(sub) && { accountId: sub, claims: () => ({ sub, name: known(sub)?.name.zh }) },
    // Person or client: who is behind it is looked up by the one name both have.
    extraTokenClaims: (_, token) => {
      const person = known("accountId" in token ? token.accountId : token.clientId);
      if (person === undefined) return undefined;
      const { role, department, window, employer } = person;
      return {
        role,
        ...(department && { department }),
        ...(window && { window }),
        ...(employer && { employer }),
      };
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => origin,
        getResourceServerInfo: () => terms(origin),
      },
    },
    ttl: { AccessToken: TOKEN_SECONDS, ClientCredentials: TOKEN_SECONDS },
  };
};

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
  const { origin, people } = parts;
  const issuer = `${homeOf(parts)}${IDENTITY_PATH}`;
  const here = `${origin}${IDENTITY_PATH}`;
  const clients = clientsOf(parts);
  const provider = new Provider(issuer, configuration(parts, clients));
  allowDemonstration(provider, people, { audience: origin, terms: terms(origin) });
  const callback = provider.callback();
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
      void callback(request, response);
    },
  };
};
