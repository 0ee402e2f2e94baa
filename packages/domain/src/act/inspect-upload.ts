import { application } from "../application/decide.ts";
import type { DocumentVerdict } from "../application/event.ts";
import type { Hash } from "../declared.ts";
import { ActorId } from "../id.ts";
import type { Ledger } from "../perform.ts";
import { always, current, perform } from "../perform.ts";
import type { KeyedDigest } from "../port/digest.ts";
import type { ObjectKey, Objects } from "../port/objects.ts";

export interface Finding {
  readonly verdict: DocumentVerdict;
  readonly sha256: Hash;
  readonly size: number;
}

export interface Inspecting extends Ledger {
  readonly objects: Pick<Objects, "read">;
  readonly keyed: KeyedDigest;
  readonly inspect: (document: {
    readonly bytes: Uint8Array;
    readonly declaredType: string;
    readonly maxBytes: number;
  }) => Promise<Finding>;
}

const INSPECTOR = ActorId.parse("sys_inspector");

/**
 * Judges one uploaded version. Until this has committed nobody can read it; a version that is gone, or of a document
 * that nobody expects any more, is nothing to judge.
 */
export const inspectUpload = async (
  deps: Inspecting,
  key: ObjectKey,
  version: string,
): Promise<DocumentVerdict | "nothing-to-inspect"> => {
  const { state } = await current(deps.store, application, key.application);
  const expected = state?.documents.get(key.document);
  if (expected === undefined) return "nothing-to-inspect";
  const bytes = await deps.objects.read(key, version);
  if (bytes === undefined) return "nothing-to-inspect";
  const finding = await deps.inspect({
    bytes,
    declaredType: expected.mediaType,
    maxBytes: expected.maxBytes,
  });
  const command = { type: "record-inspection", document: key.document, version, ...finding } as const;
  const request = { actor: INSPECTOR, key: `inspect.${key.document}.${version}`, body: deps.keyed(finding) };
  const performed = await perform(deps, application, key.application, always(command), request);
  return performed.kind === "done" ? finding.verdict : "nothing-to-inspect";
};
