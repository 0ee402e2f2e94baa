/** Who asks over the HTTP API, as quotas count them: the last address before the proxies of the operator. */
import { environment } from "@window/aws/names.ts";
import { clientAddress } from "@window/http/client-address.ts";
import * as z from "zod";
import { need } from "./aws-env.ts";

const Proxies = z.coerce.number().int().min(0);

export const askers = (): ((request: Request, peer: string) => { readonly address: string }) => {
  const proxies = Proxies.parse(need(environment.proxies));
  return (request, peer) => ({
    address: clientAddress(peer, request.headers.get("x-forwarded-for"), proxies),
  });
};
