/** Names under which a machine knows itself; a name that only leads here is not among them. */
const SELF = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a form was sent by a page of this very window: browsers say so (Fetch Metadata, `Sec-Fetch-Site`; older ones
 * `Origin`, which is null where a page passes no address on), and a page of somebody else cannot say otherwise. Only for a
 * window that listens on the loopback address.
 */
export const isFromHere = ({ url, headers }: Request): boolean => {
  const own = new URL(url);
  const says = headers.get("sec-fetch-site") === "same-origin" || headers.get("origin") === own.origin;
  return SELF.has(own.hostname) && says;
};
