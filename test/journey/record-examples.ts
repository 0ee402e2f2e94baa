/** Walks the examples of the contract on a local window and writes down what it answers: `node test/journey/record-examples.ts`. */
import { Example } from "@window/contract/examples.ts";
import type { Operation } from "@window/contract/operation.ts";
import { operations, type OperationId } from "@window/contract/operations.ts";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { walkExamples } from "./example-walk.ts";
import { openLocalWindow } from "./local-window.ts";

const folder = join(import.meta.dirname, "../../packages/contract/src/examples");
const Kept = z.record(z.string(), Example);

/** Two rows show what a list is. */
const MOST = 2;

const shortened = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice(0, MOST).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shortened(member)]));
};

/** What hangs together is shown whole: an item without one of its fields may be none. */
const shortEnough = (id: OperationId, { status, body }: Example["answer"]): unknown => {
  const { answers }: Operation = operations[id];
  const short = shortened(body);
  return answers[status]?.safeParse(short).success === true ? short : body;
};

/** A description of everything does not show everything once more. */
const ofDescription = (body: unknown): unknown => {
  const { openapi, info } = z.object({ openapi: z.string(), info: z.unknown() }).parse(body);
  return { openapi, info };
};

const window = await openLocalWindow();
const walked = await walkExamples(window);
await window.close();
const hidden = (text: string): string => text.replaceAll(window.origin, "https://window.example");

for (const file of readdirSync(folder)) {
  const path = join(folder, file);
  const names = Object.keys(Kept.parse(JSON.parse(readFileSync(path, "utf8"))));
  const found = [...walked].filter(([id]) => names.includes(id));
  const written = found.map(([id, { request, answer }]) => {
    const body = id === "readOpenApi" ? ofDescription(answer.body) : shortEnough(id, answer);
    return [id, { request, answer: { status: answer.status, body } }];
  });
  writeFileSync(path, hidden(`${JSON.stringify(Object.fromEntries(written), null, 2)}\n`));
}
