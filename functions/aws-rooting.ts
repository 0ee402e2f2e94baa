/** What the hourly root needs. */
import { tableNamed } from "@window/aws/dynamo.ts";
import { openMarks } from "@window/aws/marks.ts";
import { environment } from "@window/aws/names.ts";
import type { Rooting } from "@window/domain/dispatch/sign-roots.ts";
import { treeHash } from "@window/node/tree-hash.ts";
import { need, once } from "./aws-env.ts";
import { ledger } from "./aws-ledger.ts";
import { roots, rootSigner } from "./aws-roots.ts";

export const rootingDeps = once(async (): Promise<Rooting> => ({
  ...ledger(),
  treeHash,
  roots: roots(),
  rootSigner: rootSigner(),
  marks: openMarks(tableNamed(need(environment.records))),
}));
