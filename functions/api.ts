/** HTTP API → the window's API. */
import { clientAddress } from "@window/http/client-address.ts";
import { createApp } from "@window/http/create-app.ts";
import { apiDeps, trustedProxies } from "./aws-api.ts";
import { httpEntry } from "./aws-events.ts";

export const handler = httpEntry(async () => {
  const deps = await apiDeps();
  const app = createApp(deps);
  const proxies = trustedProxies();
  const answer = async (request: Request, peer: string): Promise<Response> => {
    const address = clientAddress(peer, request.headers.get("x-forwarded-for"), proxies);
    return app.fetch(request, { address });
  };
  return { origin: deps.origin, answer };
});
