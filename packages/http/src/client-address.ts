/** Whoever has one address of IPv6 has the 64 bits behind its network as well (RFC 6177), so those are left out. */
const network = (address: string): string => {
  if (!address.includes(":")) return address;
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - left.length - right.length }, () => "0");
  return `${[...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
};

/**
 * Who asks, as far as the network knows. `peer` is who connected; each proxy of ours (`proxies` of them) has added whom it
 * saw at the end of X-Forwarded-For. What stands before that anybody can have written, so it is not read. An HTTP API of
 * AWS adds the peer too before it hands the request over: who is there already has not asked twice.
 */
export const clientAddress = (peer: string, forwarded: string | null, proxies: number): string => {
  const seen = (forwarded ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => hop !== "");
  const hops = seen.at(-1) === peer ? seen : [...seen, peer];
  return network(hops.at(-1 - proxies) ?? peer);
};
