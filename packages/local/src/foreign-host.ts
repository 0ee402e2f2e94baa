/** Names by which a machine knows itself. */
const SELF: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a request was meant for another name than this machine's own. A page of anybody can let its name lead here (DNS
 * rebinding), and its browser would then read this window as a part of that page; what it sends bears that name. A `Host`
 * that names nothing is somebody else's affair.
 */
export const isForeignHost = (host: string): boolean => {
  const [, name] = /^(\[[^\]]*\]|[^:/\s]+)(?::\d*)?$/.exec(host) ?? [];
  return name !== undefined && !SELF.has(name.toLowerCase());
};
