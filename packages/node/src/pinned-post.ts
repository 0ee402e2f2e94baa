import * as http from "node:http";
import * as https from "node:https";
import { isIPv6 } from "node:net";
import type { LookupFunction } from "node:net";
import { retryAfterSeconds } from "./retry-after.ts";

/** Bytes of an answer that are read, and thrown away, before the connection is cut. */
const ANSWER_LIMIT = 64 * 1024;

/** Kept-alive connections, for a sender that posts often to the same address. */
export type Connections = { readonly http: http.Agent; readonly https: https.Agent };

/** Connections rest at most five seconds, under the host and port they were checked for. */
export const keptConnections = (): Connections => {
  const options = { keepAlive: true, timeout: 5_000, maxSockets: 64 };
  return { http: new http.Agent(options), https: new https.Agent(options) };
};

export type NetworkFault = "unreachable" | "reset" | "tls" | "malformed-answer" | "timeout" | "network";

export type Answer = { readonly status: number; readonly retryAfterSeconds?: number; readonly body?: string };

export type PinnedPost = {
  readonly url: URL;
  /** The only addresses the connection may go to, when the host is a name. */
  readonly addresses: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly signal: AbortSignal;
  readonly connections?: Connections | undefined;
  /** Longest answer that is kept; none without it. */
  readonly keepBytes?: number | undefined;
};

/**
 * One POST to the given addresses and no other, without following redirects. Once the status has come it stands: what
 * follows is read to 64 KB or to the deadline, so that an honest server can finish, and thrown away unless
 * it was to be kept.
 * Throws only for headers that cannot be sent.
 */
export const pinnedPost = (post: PinnedPost): Promise<Answer | NetworkFault> => {
  const secure = post.url.protocol === "https:";
  const outgoing = (secure ? https : http).request(post.url, {
    method: "POST",
    headers: { ...post.headers, "content-length": Buffer.byteLength(post.body) },
    lookup: only(post.addresses),
    signal: post.signal,
    agent: post.connections?.[secure ? "https" : "http"] ?? false,
    maxHeaderSize: 16 * 1024,
  });
  return new Promise((resolve) => {
    const failed = (error: Error) => {
      const cause = post.signal.aborted ? "timeout" : networkFault(error);
      // A resting connection may be closed by the other side at the moment it is used again: that is no answer.
      const stale = cause === "reset" && outgoing.reusedSocket;
      resolve(stale ? pinnedPost({ ...post, connections: undefined }) : cause);
    };
    // Node ends a request without an error when the answer asks for another protocol (101).
    const gone = () => resolve("malformed-answer");
    outgoing.once("error", failed).once("close", gone);
    outgoing.once("response", (answer) => {
      outgoing
        .off("close", gone)
        .off("error", failed)
        .on("error", () => undefined);
      readTo(answer, post.keepBytes ?? 0, (body) => resolve(read(answer, body)));
    });
    outgoing.end(post.body);
  });
};

/** Stands in for DNS: whatever is asked, these are the addresses. */
const only = (addresses: readonly string[]): LookupFunction => {
  const all = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (_host, options, found) => {
    const [first] = all;
    if (options.all) found(null, all);
    else if (first) found(null, first.address, first.family);
    else found(new Error("no address"), "");
  };
};

/** Reads to the end; hands over the body when it came whole and has at most `keepBytes`. */
const readTo = (
  answer: http.IncomingMessage,
  keepBytes: number,
  done: (body: string | undefined) => void,
): void => {
  const kept: Buffer[] = [];
  let bytes = 0;
  answer.on("error", () => undefined);
  answer.once("close", () => {
    const whole = answer.complete && keepBytes > 0 && bytes <= keepBytes;
    done(whole ? Buffer.concat(kept).toString("utf8") : undefined);
  });
  answer.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= keepBytes) kept.push(chunk);
    if (bytes > ANSWER_LIMIT) answer.destroy();
  });
};

const read = ({ statusCode = 0, headers }: http.IncomingMessage, body: string | undefined): Answer => {
  const seconds = retryAfterSeconds(headers["retry-after"], headers.date);
  return {
    status: statusCode,
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
    ...(body === undefined ? {} : { body }),
  };
};

const UNREACHABLE = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL", "ETIMEDOUT"]);
const RESET = new Set(["ECONNRESET", "EPIPE", "ECONNABORTED"]);
/** OpenSSL's own names of what is wrong with a certificate, beside Node's ERR_TLS_… and ERR_SSL_…. */
const TLS =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO$|HOSTNAME_MISMATCH$|INVALID_)/;

const networkFault = (error: Error): NetworkFault => {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (UNREACHABLE.has(code)) return "unreachable";
  if (RESET.has(code)) return "reset";
  if (TLS.test(code)) return "tls";
  return code.startsWith("HPE_") ? "malformed-answer" : "network";
};
