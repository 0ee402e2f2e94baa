import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import * as z from "zod";
import { bundleOf, metafileOf } from "../../../infra/part/bundle.ts";
import { median } from "../quantile.ts";
import type { Row } from "../row.ts";

const root = resolve(import.meta.dirname, "../../..");
const STARTS = 21;

const Outputs = z.object({
  outputs: z.record(
    z.string(),
    z.object({ imports: z.array(z.object({ path: z.string(), kind: z.string() })) }),
  ),
});

/** What is read before the first request: the entry and the chunks it needs at once. */
const bytesAtOnce = (folder: string, metafile: string): number => {
  const { outputs } = Outputs.parse(JSON.parse(readFileSync(metafile, "utf8")));
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind === "import-statement" && outputs[next] !== undefined) visit(next);
  };
  const entry = Object.keys(outputs).find((path) => path.endsWith("/index.mjs"));
  if (entry === undefined) throw new Error(`${folder} has no entry`);
  visit(entry);
  return [...seen].reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
};

/** The client of DynamoDB alone, bundled as functions are: the least that a function with a table can be. */
const clientAlone = (): string => {
  const outdir = join(root, ".build/bench-client");
  mkdirSync(outdir, { recursive: true });
  buildSync({
    absWorkingDir: root,
    stdin: {
      contents: `import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
        export const client = new DynamoDBClient({ region: "us-east-1" });
        export const handler = (input) => client.send(input ? new GetItemCommand(input) : input === 0 ? new PutItemCommand(input) : new QueryCommand(input));`,
      resolveDir: join(root, "packages/aws"),
      loader: "js",
    },
    outfile: join(outdir, "index.mjs"),
    bundle: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "esm",
    mainFields: ["module", "main"],
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  return outdir;
};

interface Init {
  readonly wall: number;
  /** Of all threads of the process: what holds on a busy machine too. */
  readonly processor: number;
}

/** Milliseconds to import a bundle in a new process, loading of Node itself left out. */
const initOf = (folder: string): Init => {
  const address = pathToFileURL(join(folder, "index.mjs")).href;
  const code = `
    const [used, from] = [process.cpuUsage(), performance.now()];
    await import(${JSON.stringify(address)});
    const [wall, { user, system }] = [performance.now() - from, process.cpuUsage(used)];
    console.log(wall, (user + system) / 1000);
    process.exit(0)`;
  const told = execFileSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
  const [wall = Infinity, processor = Infinity] = told.split(" ").map(Number);
  return { wall, processor };
};

const medianOf = (all: readonly Init[], of: keyof Init): number => median(all.map((init) => init[of]));

export const apiFunction: Row = {
  name: "API function beside the DynamoDB client alone",
  goal: "bundle ≤ 1.5 ×, local init ≤ 1.2 ×",
  async measure() {
    const api = bundleOf("api");
    const alone = clientAlone();
    writeFileSync(join(alone, "package.json"), "{}");
    const [ours, theirs]: [Init[], Init[]] = [[], []];
    for (let index = 0; index < STARTS; index += 1) {
      ours.push(initOf(api));
      theirs.push(initOf(alone));
    }
    const [bytes, least] = [bytesAtOnce(api, metafileOf("api")), statSync(join(alone, "index.mjs")).size];
    const [init, leastInit] = [medianOf(ours, "wall"), medianOf(theirs, "wall")];
    return {
      met: bytes <= 1.5 * least && init <= 1.2 * leastInit,
      figures: {
        "bundle KB": bytes / 1000,
        "client alone KB": least / 1000,
        "bundle ×": bytes / least,
        "init ms": init,
        "client alone ms": leastInit,
        "init ×": init / leastInit,
        "init, CPU ×": medianOf(ours, "processor") / medianOf(theirs, "processor"),
      },
    };
  },
};
