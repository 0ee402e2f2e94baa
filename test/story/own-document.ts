import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { WrongInput } from "./wrong-input.ts";

/** A paper on this machine. */
export type OwnDocument = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
};

/** How files of the types that windows take begin; whether they are whole is for the window to find out. */
const beginnings = [
  { mediaType: "application/pdf", called: "PDF", extensions: ["pdf"], hex: "255044462d" },
  { mediaType: "image/jpeg", called: "JPEG", extensions: ["jpg", "jpeg"], hex: "ffd8ff" },
  { mediaType: "image/png", called: "PNG", extensions: ["png"], hex: "89504e470d0a1a0a" },
] as const;

/** Reads a document. Throws WrongInput when it is missing, empty, or not what its name says. */
export const documentOf = (path: string): OwnDocument => {
  const name = basename(path);
  const extension = name.split(".").at(-1)?.toLowerCase() ?? "";
  const expected = beginnings.find(({ extensions }) => extensions.some((one) => one === extension));
  if (!expected)
    throw wrong(path, "the name has to end in .pdf, .jpg or .png", "文件名须以 .pdf、.jpg 或 .png 结尾");
  const bytes = bytesOf(path);
  if (bytes.length === 0) throw wrong(path, "the file is empty", "文件是空的");
  const { mediaType, called, hex } = expected;
  if (Buffer.from(bytes.subarray(0, hex.length / 2)).toString("hex") !== hex) {
    const begins = JSON.stringify(Buffer.from(bytes.subarray(0, 8)).toString("latin1"));
    throw wrong(path, `this is not a ${called}: it begins with ${begins}`, `这不是 ${called} 文件`);
  }
  return { name, mediaType, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
};

const bytesOf = (path: string): Uint8Array<ArrayBuffer> => {
  try {
    return Uint8Array.from(readFileSync(path));
  } catch {
    throw wrong(path, "there is no such file, or it cannot be read", "没有该文件，或无法读取");
  }
};

const wrong = (path: string, en: string, zh: string): WrongInput =>
  new WrongInput([`${path}: ${en}. ${zh}。`]);
