/** HTTP API → the window's API. */
import { createApp } from "@window/http/create-app.ts";
import { apiDeps } from "./aws-api.ts";
import { httpEntry } from "./aws-events.ts";

export const handler = httpEntry(async () => {
  const deps = await apiDeps();
  const app = createApp(deps);
  return { origin: deps.origin, answer: async (request) => app.fetch(request) };
});
