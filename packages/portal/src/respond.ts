import { securityHeaders } from "./security-headers.ts";

/** A page as it goes out. Hono JSX renders to a string, in some cases later. */
export const respond = async (
  page: { toString(): string | Promise<string> },
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  new Response(`<!doctype html>${await page.toString()}`, {
    status,
    headers: {
      ...headers,
      ...securityHeaders,
      "cache-control": "no-store",
      "content-type": "text/html; charset=utf-8",
    },
  });
