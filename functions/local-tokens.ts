/** Access tokens of demonstration people for the window's own use, got where everybody gets them. */
import { DEMONSTRATION_CLIENT, DEMONSTRATION_GRANT } from "@window/local/identity/demonstration-client.ts";
import { MINUTE } from "@window/domain/instant.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import * as z from "zod";

const Token = z.object({ access_token: z.string(), expires_in: z.int() });

/** Asked for anew this long before it ends. */
const EARLY = 5 * MINUTE;

export const openTokens = (tokenUrl: string, clock: WireClock): ((person: string) => Promise<string>) => {
  const known = new Map<string, { readonly token: string; readonly until: number }>();
  return async (person) => {
    const held = known.get(person);
    if (held !== undefined && clock.now() < held.until) return held.token;
    const response = await fetch(tokenUrl, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: DEMONSTRATION_GRANT,
        client_id: DEMONSTRATION_CLIENT,
        person,
      }),
    });
    if (!response.ok) throw new Error(`no token for ${person}: ${String(response.status)}`);
    const { access_token: token, expires_in: seconds } = Token.parse(await response.json());
    known.set(person, { token, until: clock.now() + seconds * 1000 - EARLY });
    return token;
  };
};
