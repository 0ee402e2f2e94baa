import type { Json } from "@window/domain/port/workflow.ts";

export type JsonObject = Readonly<Record<string, Json>>;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands at a path like `$` or `$.round.more`; undefined when nothing does. */
export const at = (input: JsonObject, path: string): Json | undefined => {
  let found: Json | undefined = input;
  for (const key of path.split(".").slice(1)) {
    found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
};

/** The input with `result` at a `ResultPath` like `$.round`; null drops the result. */
export const put = (input: JsonObject, path: string | null, result: Json): JsonObject =>
  path === null ? input : { ...input, [path.slice("$.".length)]: result };
