import ipaddr from "ipaddr.js";

/**
 * Where a webhook may go. A department configures its address itself, so the address is hostile until shown otherwise
 * (SSRF; OWASP ASVS 5.0 §15.3.2 and the ranges of the IANA special-purpose registries).
 */
export type UrlFault = "not-a-url" | "scheme" | "userinfo" | "port" | "fragment" | "host" | "blocked-address";

export type UrlCheck =
  | { readonly ok: true; readonly url: URL; readonly loopback: boolean }
  | { readonly ok: false; readonly cause: UrlFault };

const MAX_LENGTH = 2048;
/** HTTPS and its customary alternative. A longer list would open databases and consoles that speak TLS. */
const PORTS = new Set(["", "443", "8443"]);
const LOOPBACK_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);
/** At least two labels of letters, digits and inner hyphens (RFC 1123). */
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
/** Names with a meaning inside a machine, a house or a cloud (RFC 6761, 6762, 8375, 9476; cloud metadata). */
const INNER_NAMES = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|arpa|onion|alt)$/;

const refused = (cause: UrlFault): UrlCheck => ({ ok: false, cause });

/**
 * Whether `text` may be a webhook address at all, before any name is resolved: https on port 443 or 8443, printable
 * ASCII without spaces or backslashes (an international name is configured in its `xn--` form), no user, no fragment,
 * a full host name without trailing dot or a public address. With `allowLoopbackHttp` (development and tests alone)
 * also http or https on any port of `localhost`, `127.0.0.1` or `[::1]`, and nothing else that resolves there.
 */
export const checkUrl = (text: string, rules: { readonly allowLoopbackHttp: boolean }): UrlCheck => {
  if (text.length > MAX_LENGTH || !/^[!-[\]-~]+$/.test(text)) return refused("not-a-url");
  const url = URL.parse(text);
  if (!url) return refused("not-a-url");
  if (!/^https?:\/\/[^/]/.test(text)) return refused("scheme");
  if (/^[^/]+\/\/[^/?#]*@/.test(text)) return refused("userinfo");
  if (text.includes("#")) return refused("fragment");
  if (rules.allowLoopbackHttp && LOOPBACK_HOSTS.has(url.hostname)) return { ok: true, url, loopback: true };
  if (url.protocol !== "https:") return refused("scheme");
  if (!PORTS.has(url.port)) return refused("port");
  const fault = hostFault(url.hostname);
  return fault ? refused(fault) : { ok: true, url, loopback: false };
};

/** The parser has already turned decimal, octal, hexadecimal and short forms into four decimal parts. */
const hostFault = (host: string): UrlFault | undefined => {
  const literal = literalAddress(host);
  if (literal !== undefined) return isPublic(literal) ? undefined : "blocked-address";
  const full = HOST_NAME.test(host) && host.length <= 253 && !INNER_NAMES.test(host);
  return full ? undefined : "host";
};

/** The address in a host that is one (IPv6 without its brackets), undefined for a name. */
export const literalAddress = (host: string): string | undefined => {
  const bare = host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
  return ipaddr.isValid(bare) ? bare : undefined;
};

/** Azure's platform address is no special-purpose range, and yet is answered by the machine's own host. */
const PLATFORM = "168.63.129.16";
/** All that IANA has given out for the public internet (RFC 4291); the rest of IPv6 embeds, tunnels or is reserved. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether `address` (as a resolver gives it) is on the public internet: none of the private, shared, loopback,
 * link-local, multicast, documentation, benchmark or reserved ranges, and no IPv6 form that carries an IPv4 address
 * (mapped, compatible, NAT64, 6to4, Teredo). Whatever does not parse strictly is not.
 */
export const isPublic = (address: string): boolean => {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) {
    return address !== PLATFORM && ipaddr.IPv4.parse(address).range() === "unicast";
  }
  if (!/^[0-9a-f:.]+$/i.test(address) || !ipaddr.IPv6.isValid(address)) return false;
  const parsed = ipaddr.IPv6.parse(address);
  return parsed.match(GLOBAL_V6) && parsed.range() === "unicast";
};

/** Whether `address` is this machine itself. */
export const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.parse(address).range() === "loopback";
