/**
 * `npm start`: bundles functions/local.ts when a source has changed and runs it in this process.
 * npm puts node_modules/.bin first on the path, so `node` here is the Node 24 that came with the project.
 */
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { freshBundle, localWindow } from "./bundle.ts";

/** What the bundle of functions/local.ts exports: `main` opens the window and resolves when it is ready. */
const LocalWindow = z.object({ main: z.custom<() => Promise<void>>((value) => typeof value === "function") });

process.setSourceMapsEnabled(true);
const path = await freshBundle(localWindow);
const { main } = LocalWindow.parse(await import(pathToFileURL(path).href));
await main();
