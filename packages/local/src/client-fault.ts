import { problemDocument, type ProblemCode } from "@window/contract/problems.ts";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import * as z from "zod";

const Fault = z.object({ code: z.string() });

const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: "headers-too-large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "headers-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "request-too-slow",
};

/** The bytes of an answer to what is no request, which Node would answer without a word. */
const answerTo = (code: ProblemCode): string => {
  const problem = problemDocument(code);
  const body = JSON.stringify(problem);
  return [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ""}`,
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
    "",
    body,
  ].join("\r\n");
};

/** For the event `clientError` of a server: what came is not HTTP, too much or too slow. */
export const answerClientFault = (fault: unknown, socket: Duplex): void => {
  const code = Fault.safeParse(fault).data?.code ?? "";
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(answerTo(codes[code] ?? "not-http"));
};
