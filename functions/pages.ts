/** HTTP API → the window's pages. */
import { createPortal } from "@window/portal/portal.tsx";
import { askers } from "./aws-asker.ts";
import { httpEntry } from "./aws-events.ts";
import { pagesDeps, pagesOrigin } from "./aws-pages.ts";

export const handler = httpEntry(async () => {
  const portal = createPortal(await pagesDeps());
  const asker = askers();
  return {
    origin: pagesOrigin(),
    answer: async (request, peer) => portal.fetch(request, asker(request, peer)),
  };
});
