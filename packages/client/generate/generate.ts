import { openApi } from "@window/contract/openapi.ts";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import * as z from "zod";
import { apiText, Document } from "./api-text.ts";

const src = join(import.meta.dirname, "../src");

const INDEX = `import { type Api, routes } from "./api.ts";
import { type Client, createClient, type Options } from "./client.ts";

export type { Api, Client, Options };
export { type Problem, Refused } from "./refused.ts";

/** The window at \`origin\`: one function per operation, by the name it has in the OpenAPI document. */
export const openWindow = (options: Options): Client<Api> => createClient<Api>(routes, options);
`;

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  types: [],
  strict: true,
  declaration: true,
  rewriteRelativeImportExtensions: true,
};

const Package = z.object({ version: z.string(), description: z.string(), license: z.string() });

/** What npm needs to pack it; it depends on nothing. */
const manifest = (): string => {
  const own = Package.parse(JSON.parse(readFileSync(join(src, "../package.json"), "utf8")));
  const exports = { ".": { types: "./index.d.ts", default: "./index.js" } };
  return JSON.stringify({ name: "talent-window-client", type: "module", ...own, exports }, null, 2);
};

/** Writes the client into `folder` as a package without dependencies, and its sources into `src` there. Throws for a fault of types. */
export const generate = (folder: string): void => {
  const sources = join(folder, "src");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(sources, { recursive: true });
  for (const file of ["call.ts", "client.ts", "refused.ts"])
    copyFileSync(join(src, file), join(sources, file));
  writeFileSync(join(sources, "api.ts"), apiText(Document.parse(openApi("https://window.example"))));
  writeFileSync(join(sources, "index.ts"), INDEX);
  writeFileSync(join(folder, "package.json"), manifest());
  const options = { ...compilerOptions, rootDir: sources, outDir: folder };
  const program = ts.createProgram([join(sources, "index.ts")], options);
  const wrong = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  if (wrong.length > 0)
    throw new Error(
      wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n"),
    );
};
