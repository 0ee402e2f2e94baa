import type { Scan, ScanVerdict } from "@window/domain/port/scanner.ts";
import { connect } from "node:net";
import * as z from "zod";

/** Where a clamd listens: `WINDOW_CLAMD=host:port`. */
export const ClamdAddress = z
  .string()
  .regex(/^[^\s:]+:\d{1,5}$/)
  .transform((text) => {
    const at = text.lastIndexOf(":");
    return { host: text.slice(0, at), port: Number(text.slice(at + 1)) };
  });
export type ClamdAddress = z.infer<typeof ClamdAddress>;

/** Milliseconds without a sign of life; clamd needs a few seconds for the largest document. */
const PATIENCE = 30_000;
const PIECE = 64 * 1024;
const ANSWER_END = 0;
/** An answer is a line; more than this is none of clamd's. */
const LONGEST_ANSWER = 4096;

const lengthOf = (piece: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
};

/** The command and the pieces of a stream with their lengths; one of no length ends it. */
function* messageOf(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from("zINSTREAM\0");
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    yield lengthOf(piece);
    yield piece;
  }
  yield lengthOf(new Uint8Array());
}

const verdictOf = (answer: string): ScanVerdict => {
  if (answer === "stream: OK") return { kind: "clean" };
  const [, name] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  if (name !== undefined) return { kind: "infected", name };
  // Tomorrow it will be as large. Every other error may be gone by then.
  return { kind: answer.startsWith("INSTREAM size limit exceeded") ? "unscannable" : "unavailable" };
};

/**
 * The `INSTREAM` command of ClamAV's clamd (clamd(8)) over TCP, one connection per document. Whatever is not its word
 * "OK" to the whole stream is not clean: no connection, silence, an answer before the end of the stream or one cut short.
 */
export const clamdScan =
  ({ host, port }: ClamdAddress, patience = PATIENCE): Scan =>
  (bytes) =>
    new Promise((resolve) => {
      const socket = connect({ host, port });
      const heard: Buffer[] = [];
      let isSent = false;
      const end = (verdict: ScanVerdict): void => {
        socket.destroy();
        resolve(verdict);
      };
      const unavailable = (): void => {
        end({ kind: "unavailable" });
      };
      socket.setTimeout(patience, unavailable);
      socket.once("error", unavailable);
      socket.once("close", unavailable);
      socket.on("data", (part: Buffer) => {
        heard.push(part);
        const all = Buffer.concat(heard);
        const length = all.indexOf(ANSWER_END);
        if (length < 0) {
          if (all.length > LONGEST_ANSWER) unavailable();
          return;
        }
        const verdict = verdictOf(all.toString("utf8", 0, length));
        end(verdict.kind === "clean" && !isSent ? { kind: "unavailable" } : verdict);
      });
      socket.once("connect", () => {
        for (const part of messageOf(bytes)) socket.write(part);
        socket.write("", () => {
          isSent = true;
        });
      });
    });
