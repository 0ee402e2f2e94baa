/** HTTP API → the window's API. */
import { createApp } from "@window/http/create-app.ts";
import { apiDeps } from "./aws-api.ts";
import { askers } from "./aws-asker.ts";
import { httpEntry } from "./aws-events.ts";

export const handler = httpEntry(async () => {
  const deps = await apiDeps();
  const app = createApp(deps);
  const asker = askers();
  return { origin: deps.origin, answer: async (request, peer) => app.fetch(request, asker(request, peer)) };
});
