/**
 * `npm start`: bundles functions/local.ts when a source has changed and runs it in this process.
 * npm puts node_modules/.bin first on the path, so `node` here is the Node 24 that came with the project.
 */
import { enableCompileCache, flushCompileCache } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// Before anything else is loaded, so that a second start finds what the first one has compiled.
enableCompileCache(join(import.meta.dirname, "../.build/compiled"));
const { freshBundle, localWindow } = await import("./bundle.ts");
const z = await import("zod");

/** What the bundle of functions/local.ts exports: `main` opens the window and resolves when it is ready. */
const LocalWindow = z.object({ main: z.custom<() => Promise<void>>((value) => typeof value === "function") });

process.setSourceMapsEnabled(true);
const path = await freshBundle(localWindow);
const { main } = LocalWindow.parse(await import(pathToFileURL(path).href));
await main();
// At once, because a window may be ended by a kill that writes nothing.
flushCompileCache();
