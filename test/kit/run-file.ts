/** Runs one test file in a process of its own and counts its tests. */
import { finished } from "node:stream/promises";
import { run } from "node:test";
import type { EventData } from "node:test";
import { inspect } from "node:util";
import * as z from "zod";

export type Failure = { readonly name: string; readonly error: string };

export type FileOutcome = {
  readonly file: string;
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
  /** What the file wrote to its standard outputs, in order. */
  readonly output: string;
};

type Ended = EventData.TestPass | EventData.TestFail;

/** Tells the innermost tests from those that only contain others: children are reported before their parent. */
const leafDetector = (): ((ended: Ended) => boolean) => {
  const parents = new Set<number>();
  return ({ testId, parentId, details }) => {
    if (parentId !== undefined) parents.add(parentId);
    return details.type !== "suite" && !parents.has(testId);
  };
};

// Node sets it on the wrapping error; its types do not know it.
const TestFault = z.object({ failureType: z.string() });
const kindOf = (error: Error): string => TestFault.safeParse(error).data?.failureType ?? "unknown";

// The runner's own frames tell nothing about the test.
const withoutRunnerFrames = (text: string): string =>
  text
    .split("\n")
    .filter((line) => !/^\s+at .*\(?node:(internal|async_hooks)/.test(line))
    .join("\n");

const told = (error: Error): string => {
  const { cause } = error;
  return withoutRunnerFrames(typeof cause === "string" ? cause : inspect(cause ?? error, { depth: 6 }));
};

const fileFailure = (kind: string, seconds: number): Failure =>
  kind === "testAborted"
    ? { name: "the file", error: `did not end within ${seconds} s: does something keep its process alive?` }
    : { name: "the file", error: "its process failed outside of a test; see its output" };

/**
 * Runs `file` (absolute path). A file that holds no test, fails outside of its tests or does not end within
 * `seconds` has failed. Tests that only contain others are not counted, unless they fail by themselves.
 */
export const runFile = async (file: string, seconds: number): Promise<FileOutcome> => {
  const failures: Failure[] = [];
  const output: string[] = [];
  let passed = 0;
  let skipped = 0;
  const isLeaf = leafDetector();

  const stream = run({ files: [file], isolation: "process", signal: AbortSignal.timeout(seconds * 1000) });
  stream.on("test:stdout", ({ message }) => output.push(message));
  stream.on("test:stderr", ({ message }) => output.push(message));
  stream.on("test:pass", (ended) => {
    const leaf = isLeaf(ended);
    if (ended.name === file) failures.push({ name: "the file", error: "holds no test" });
    else if (ended.skip !== undefined || ended.todo !== undefined) skipped += 1;
    else if (leaf) passed += 1;
  });
  stream.on("test:fail", (ended) => {
    const { error } = ended.details;
    isLeaf(ended);
    if (ended.todo !== undefined) skipped += 1;
    else if (ended.name === file) failures.push(fileFailure(kindOf(error), seconds));
    else if (kindOf(error) !== "subtestsFailed") failures.push({ name: ended.name, error: told(error) });
  });
  await finished(stream.resume());
  return { file, passed, skipped, failures, output: output.join("") };
};
