import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { resolve } from "node:path";
import * as z from "zod";

const Lock = z.object({ packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })) });
const NAMED = ["hono", "@hono/node-server", "zod", "jose", "@aws-sdk/client-dynamodb", "esbuild"];

/** What the figures were measured on. `load`: how many processes wanted a core in the minute before. */
export const machine = () => {
  const { packages } = Lock.parse(
    JSON.parse(readFileSync(resolve(import.meta.dirname, "../../package-lock.json"), "utf8")),
  );
  const versions = NAMED.map(
    (name) => [name, packages[`node_modules/${name}`]?.version ?? "nested"] as const,
  );
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? "unknown",
    cores: processors.length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    sqlite: z.object({ sqlite: z.string() }).parse(process.versions).sqlite,
    versions: Object.fromEntries(versions),
    load: loadavg()[0] ?? 0,
  };
};
