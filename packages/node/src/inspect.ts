import type { Finding, Uploaded } from "@window/domain/act/inspect-upload.ts";
import type { DocumentVerdict } from "@window/domain/application/event.ts";
import { Hash } from "@window/domain/declared.ts";
import { ScannerDown, type Scan } from "@window/domain/port/scanner.ts";
import { sha256 } from "./digest.ts";
import type { Limits } from "./paper/fault.ts";
import { faultOfJpeg } from "./paper/jpeg.ts";
import { paperTypeOf } from "./paper/paper-type.ts";
import { faultOfPdf } from "./paper/pdf.ts";
import { faultOfPng } from "./paper/png.ts";

/**
 * Judges one version of an uploaded document. Only "clean" may ever be read by anybody. While the scanner is down what
 * could be clean has no verdict: ScannerDown is thrown, and whoever tells of uploads tells of it again.
 */
export const inspectDocument = async (uploaded: Uploaded & { readonly scan: Scan }): Promise<Finding> => ({
  verdict: await verdictOn(uploaded),
  sha256: Hash.parse(sha256(uploaded.bytes)),
  size: uploaded.bytes.length,
});

/** Malware is named before anything else that is wrong, because it is what a clerk has to know. */
const verdictOn = async ({
  scan,
  ...uploaded
}: Parameters<typeof inspectDocument>[0]): Promise<DocumentVerdict> => {
  const { bytes, maxBytes } = uploaded;
  if (bytes.length === 0) return "empty";
  if (bytes.length > maxBytes) return "too-large";
  const scanned = await scan(bytes);
  if (scanned.kind === "infected") return "infected";
  const own = await ownVerdict(uploaded);
  if (own !== "clean" || scanned.kind === "clean") return own;
  if (scanned.kind === "unscannable") return "unscannable";
  throw new ScannerDown();
};

const ownVerdict = async ({ bytes, declaredType, ...limits }: Uploaded): Promise<DocumentVerdict> => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = paperTypeOf(file);
  if (type === "heic") return "heic";
  if (type === undefined || type !== declaredType) return "wrong-type";
  return (await faultOf(type, file, limits)) ?? "clean";
};

const faultOf = (type: "application/pdf" | "image/jpeg" | "image/png", file: Buffer, limits: Limits) => {
  switch (type) {
    case "application/pdf":
      return faultOfPdf(file, limits);
    case "image/jpeg":
      return faultOfJpeg(file, limits);
    case "image/png":
      return faultOfPng(file, limits);
  }
};
