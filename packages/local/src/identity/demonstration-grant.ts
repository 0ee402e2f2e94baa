import type Provider from "oidc-provider";
import { errors } from "oidc-provider";
import type { ResourceServer } from "oidc-provider";
import type { DemonstrationPerson } from "../demonstration-people.ts";
import { DEMONSTRATION_GRANT } from "./demonstration-client.ts";

/** An access token for whoever is named in `person`; no password, because nobody of them exists. */
export const allowDemonstration = (
  provider: Provider,
  people: readonly DemonstrationPerson[],
  resource: { readonly audience: string; readonly terms: ResourceServer },
): void => {
  provider.registerGrantType<{ person?: string }>(
    DEMONSTRATION_GRANT,
    async (context) => {
      const { client, params } = context.oidc;
      const person = people.find(({ id }) => id === params.person);
      if (person === undefined)
        throw new errors.InvalidRequest(`person is one of ${people.map(({ id }) => id).join(", ")}`);
      const token = new provider.AccessToken({
        accountId: person.id,
        client,
        gty: "demonstration",
        grantId: `demonstration-${person.id}`,
        scope: resource.terms.scope,
      });
      token.resourceServer = new provider.ResourceServer(resource.audience, resource.terms);
      context.oidc.entity("AccessToken", token);
      context.body = {
        access_token: await token.save(),
        token_type: "Bearer",
        expires_in: token.expiration,
      };
    },
    "person",
  );
};
