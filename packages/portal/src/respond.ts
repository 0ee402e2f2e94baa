import { securityHeaders } from "./security-headers.ts";

/** A page as it goes out. Hono JSX renders to a string, in some cases later. */
export const respond = async (
  page: { toString(): string | Promise<string> },
  status = 200,
): Promise<Response> =>
  new Response(`<!doctype html>${await page.toString()}`, {
    status,
    headers: { ...securityHeaders, "cache-control": "no-store", "content-type": "text/html; charset=utf-8" },
  });
