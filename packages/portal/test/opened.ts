/** The portal as it is bundled, because Node does not run `.tsx` (docs/adr/0002-type-stripping-and-bundles.md). */
import { seed } from "@window/catalogue/seed.ts";
import type { Hono } from "hono";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { bundle } from "../../../functions/bundle.ts";
import { fixedCatalogue } from "../../../test/kit/fixed-catalogue.ts";
import type { PortalDeps } from "../src/deps.ts";

const Bundled = z.object({
  createPortal: z.custom<(deps: PortalDeps) => Hono>((value) => typeof value === "function"),
});

const path = await bundle({
  entry: "packages/portal/src/portal.tsx",
  outfile: ".build/portal.mjs",
  // What ports throw has to be of the class that tests know.
  external: ["@window/domain/port/*"],
});
const { createPortal } = Bundled.parse(await import(pathToFileURL(path).href));

/** A portal to which nobody has applied and that has issued nothing, unless a test says otherwise. */
export const opened = (deps: Partial<PortalDeps> = {}): Hono =>
  createPortal({
    catalogue: fixedCatalogue(seed),
    progress: async () => undefined,
    verify: async () => ({ verdict: "not-genuine" }),
    ...deps,
  });

/** What a browser sends for a form. */
export const form = (fields: Readonly<Record<string, string>>): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: new URLSearchParams(fields).toString(),
});
