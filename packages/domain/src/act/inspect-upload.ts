import { application } from "../application/decide.ts";
import type { DocumentVerdict } from "../application/event.ts";
import type { Application } from "../application/application.ts";
import { standingOf } from "../application/standing.ts";
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

/** One uploaded version, and what its document was announced as and may be at most. */
export interface Uploaded {
  readonly bytes: Uint8Array;
  readonly declaredType: string;
  readonly maxBytes: number;
  readonly maxPages: number;
  readonly maxPixels: number;
}

export interface Inspecting extends Ledger {
  readonly objects: Pick<Objects, "read" | "eraseVersion">;
  readonly keyed: KeyedDigest;
  /** Throws ScannerDown while nobody can say: the version waits, and whoever told of it tells again. */
  readonly inspect: (uploaded: Uploaded) => Promise<Finding>;
}

const INSPECTOR = ActorId.parse("sys_inspector");

type Inspected = DocumentVerdict | "nothing-to-inspect";

const judge = async (
  deps: Inspecting,
  key: ObjectKey,
  version: string,
  state: Application | undefined,
): Promise<Inspected> => {
  const expected = state?.documents.get(key.document);
  const bytes = await deps.objects.read(key, version);
  if (expected === undefined || bytes === undefined) return "nothing-to-inspect";
  const { mediaType: declaredType, maxBytes, maxPages, maxPixels } = expected;
  const finding = await deps.inspect({ bytes, declaredType, maxBytes, maxPages, maxPixels });
  const command = { type: "record-inspection", document: key.document, version, ...finding } as const;
  const request = { actor: INSPECTOR, key: `inspect.${key.document}.${version}`, body: deps.keyed(finding) };
  const performed = await perform(deps, application, key.application, always(command), request);
  return performed.kind === "done" ? finding.verdict : "nothing-to-inspect";
};

/**
 * Judges one uploaded version; until this has committed nobody can read it. A version that nobody wants, before or
 * after it was looked at, is erased: a refused paper leaves its verdict and its hash, not itself. The inspector is told
 * of every version after it is stored, so a form that outlives its application stores nothing that stays.
 */
export const inspectUpload = async (
  deps: Inspecting,
  key: ObjectKey,
  version: string,
): Promise<Inspected> => {
  const now = async () => (await current(deps.store, application, key.application)).state;
  const before = await now();
  const isAwaited = standingOf(before, key.document, version) === "awaited";
  const inspected = isAwaited ? await judge(deps, key, version, before) : "nothing-to-inspect";
  // Asked again: it may have been removed, erased or overtaken while it was looked at.
  if (standingOf(await now(), key.document, version) === "unwanted")
    await deps.objects.eraseVersion(key, version);
  return inspected;
};
