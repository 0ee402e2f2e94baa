import { lookup } from "node:dns/promises";
import { checkUrl, isLoopback, isPublic, literalAddress } from "./address-rules.ts";
import type { UrlFault } from "./address-rules.ts";
import { pinnedPost } from "./pinned-post.ts";
import type { Connections, NetworkFault } from "./pinned-post.ts";

/** Total time for resolving, connecting, sending and being answered (design §7). */
const DEADLINE_MILLISECONDS = 15_000;

/** Every address of a host name. Rejects when there is none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export type Post = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Development and tests alone: also this machine by its own names, on any port, by http too. */
  readonly allowLoopback: boolean;
  readonly resolve?: Resolve;
  readonly deadlineMilliseconds?: number;
  /** Without it every post has a connection of its own. */
  readonly connections?: Connections;
  /** Keep the answer, when it has at most so many bytes; without it the answer is thrown away. */
  readonly keepBytes?: number;
};

/** Causes are codes: an address or a text of the other side never reaches a log. */
export type PostOutcome =
  | {
      readonly kind: "answered";
      readonly status: number;
      readonly retryAfterSeconds?: number;
      /** As UTF-8; only where it was to be kept, came whole and was not too long. */
      readonly body?: string;
      readonly latencyMs: number;
    }
  | { readonly kind: "refused"; readonly cause: UrlFault; readonly latencyMs: number }
  | { readonly kind: "failed"; readonly cause: NetworkFault | "unresolved"; readonly latencyMs: number };

/**
 * Posts to an address that is not trusted. The name is resolved once, every address it has is checked, and the
 * connection goes to those checked addresses, so a name that changes its mind (DNS rebinding) gains nothing. Redirects
 * are not followed: a 3xx is an answer like any other. "refused": nothing was connected to.
 * Throws only for headers that cannot be sent.
 */
export const guardedPost = async (post: Post): Promise<PostOutcome> => {
  const started = performance.now();
  const ended = () => ({ latencyMs: Math.round(performance.now() - started) });
  const check = checkUrl(post.url, { allowLoopbackHttp: post.allowLoopback });
  if (!check.ok) return { kind: "refused", cause: check.cause, ...ended() };

  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), post.deadlineMilliseconds ?? DEADLINE_MILLISECONDS);
  try {
    const addresses = await addressesOf(check.url.hostname, post.resolve ?? resolveBySystem, deadline.signal);
    if (typeof addresses === "string") return { kind: "failed", cause: addresses, ...ended() };
    if (!addresses.every(check.loopback ? isLoopback : isPublic)) {
      return { kind: "refused", cause: "blocked-address", ...ended() };
    }
    const { headers, body, connections, keepBytes } = post;
    const answer = await pinnedPost({
      url: check.url,
      addresses,
      headers,
      body,
      connections,
      keepBytes,
      signal: deadline.signal,
    });
    if (typeof answer === "string") return { kind: "failed", cause: answer, ...ended() };
    return { kind: "answered", ...answer, ...ended() };
  } finally {
    clearTimeout(timer);
  }
};

const resolveBySystem: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address }) => address);

/** A resolver cannot be interrupted, only left alone. */
const addressesOf = async (
  host: string,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<readonly string[] | "unresolved" | "timeout"> => {
  const literal = literalAddress(host);
  if (literal !== undefined) return [literal];
  const late = new Promise<"timeout">((settle) => {
    signal.addEventListener("abort", () => settle("timeout"), { once: true });
  });
  const found = resolve(host).catch(() => []);
  const addresses = await Promise.race([found, late]);
  return addresses.length === 0 ? "unresolved" : addresses;
};
