import { openApi } from "@window/contract/openapi.ts";
import { readHealth, readOpenApi } from "@window/contract/operations/window.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";

/** Made once per origin: it takes some milliseconds and never changes while the process runs. */
const made = new Map<string, ReturnType<typeof openApi>>();

const description = (origin: string) => {
  const known = made.get(origin) ?? openApi(origin);
  made.set(origin, known);
  return known;
};

export const window = {
  readOpenApi: handle(readOpenApi, async ({ origin }) =>
    answer(200, description(origin), { "cache-control": "public, max-age=600" }),
  ),

  readHealth: handle(readHealth, async () => answer(200, { status: "up" as const })),
};
