/** The provider itself, in a file of its own: loading it takes a tenth of a start, and the first login can wait for it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import Provider, { type Configuration, type JWK, type ResourceServer } from "oidc-provider";
import type { DemonstrationPerson } from "../demonstration-people.ts";
import { DEMONSTRATION_CLIENT, DEMONSTRATION_GRANT } from "./demonstration-client.ts";
import { allowDemonstration } from "./demonstration-grant.ts";
import { inMemory } from "./in-memory.ts";

/** An hour, so that a walk with curl need not hurry. */
const TOKEN_SECONDS = 3600;

const terms = (audience: string): ResourceServer => ({
  scope: "window",
  audience,
  accessTokenFormat: "jwt",
  accessTokenTTL: TOKEN_SECONDS,
  jwt: { sign: { alg: "ES256" } },
});

export interface ProviderParts {
  readonly issuer: string;
  readonly origin: string;
  readonly people: readonly DemonstrationPerson[];
  readonly clients: readonly { readonly id: string; readonly secret: string }[];
  /** Signs the tokens. */
  readonly key: JWK;
  readonly cookieKey: string;
}

const configuration = ({ origin, people, clients, key, cookieKey }: ProviderParts): Configuration => {
  const known = (id: string | undefined) => people.find((person) => person.id === id);
  return {
    adapter: inMemory(),
    jwks: { keys: [key] },
    cookies: { keys: [cookieKey] },
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

/** Answers everything below the path of the login. */
export const openProvider = (
  parts: ProviderParts,
): ((request: IncomingMessage, response: ServerResponse) => Promise<void>) => {
  const { issuer, origin, people } = parts;
  const provider = new Provider(issuer, configuration(parts));
  allowDemonstration(provider, people, { audience: origin, terms: terms(origin) });
  return provider.callback();
};
