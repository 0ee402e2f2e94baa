import type { Channel } from "./occasion.ts";

/** Enough of an address for its owner to know it, and too little for anybody else to use it. */
export const maskedAddress = (channel: Channel, address: string): string => {
  if (channel === "sms") return `${address.slice(0, 6)}****${address.slice(-4)}`;
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}***${address.slice(at)}`;
};
