import type { Document } from "@window/contract/wire/application.ts";
import type { ApplicationDocument } from "@window/domain/application/application.ts";

export const showDocument = async ({
  document,
  material,
  mediaType,
  maxBytes,
  trust,
  source,
  inspected,
}: ApplicationDocument): Promise<Document> => {
  const reusedFrom = source ? { application: source.application, document: source.document } : null;
  const announced = { document, material, mediaType, maxBytes, trust, reusedFrom };
  if (inspected === undefined)
    return { ...announced, state: "awaited", verdict: null, size: null, sha256: null, problem: null };
  const { verdict, size, sha256 } = inspected;
  const found = { ...announced, verdict, size, sha256 };
  if (verdict === "clean") return { ...found, state: "clean", problem: null };
  const { problemDocument } = await import("@window/contract/problems.ts");
  return { ...found, state: "refused", problem: problemDocument(`document-${verdict}`) };
};
