import { readHealth, readOpenApi } from "@window/contract/operations/window.ts";
import { answer } from "../answer.ts";
import { handle } from "../handler.ts";

/** Made once per origin: it takes some milliseconds and never changes while the process runs. */
const made = new Map<string, Record<string, unknown>>();

/** Loaded when somebody first asks: with its examples it is larger than all routes together. */
const description = async (origin: string): Promise<Record<string, unknown>> => {
  const known = made.get(origin) ?? (await import("@window/contract/openapi.ts")).openApi(origin);
  made.set(origin, known);
  return known;
};

export const window = {
  readOpenApi: handle(readOpenApi, async ({ origin }) =>
    answer(200, await description(origin), { "cache-control": "public, max-age=600" }),
  ),

  readHealth: handle(readHealth, async () => answer(200, { status: "up" as const })),
};
