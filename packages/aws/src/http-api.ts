import * as z from "zod";

/** What an HTTP API hands to a function (payload format 2.0), as far as it is used. */
const HttpEvent = z.object({
  rawPath: z.string(),
  rawQueryString: z.string(),
  cookies: z.array(z.string()).optional(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
  isBase64Encoded: z.boolean(),
  requestContext: z.object({ http: z.object({ method: z.string(), sourceIp: z.string() }) }),
});

export interface HttpResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: true;
}

/**
 * The bytes of a header one by one, as Node hands them to the window on one machine: the HTTP API reads them as UTF-8, and
 * `Headers` throws for what is beyond Latin-1, though whoever sent it is to be answered like for any other wrong value.
 */
const onTheWire = (value: string): string => {
  const isLatin1 = Buffer.from(value, "latin1").toString("latin1") === value;
  return isLatin1 ? value : Buffer.from(value, "utf8").toString("latin1");
};

/** The request as it was sent, its body byte for byte: signatures are over bytes. Throws for anything else. */
export const requestOf = (event: unknown, origin: string): Request => {
  const { rawPath, rawQueryString, cookies, headers, body, isBase64Encoded, requestContext } =
    HttpEvent.parse(event);
  const { method } = requestContext.http;
  const url = new URL(origin);
  url.pathname = rawPath;
  url.search = rawQueryString;
  const sent = new Headers(Object.entries(headers).map(([name, value]) => [name, onTheWire(value)]));
  if (cookies !== undefined) sent.set("cookie", onTheWire(cookies.join("; ")));
  const bodiless = body === undefined || method === "GET" || method === "HEAD";
  const init = { method, headers: sent };
  return new Request(
    url,
    bodiless ? init : { ...init, body: Buffer.from(body, isBase64Encoded ? "base64" : "utf8") },
  );
};

/** The address that has connected to the HTTP API. */
export const peerOf = (event: unknown): string => HttpEvent.parse(event).requestContext.http.sourceIp;

export const resultOf = async (response: Response): Promise<HttpResult> => ({
  statusCode: response.status,
  headers: Object.fromEntries([...response.headers].filter(([name]) => name !== "set-cookie")),
  cookies: response.headers.getSetCookie(),
  body: Buffer.from(await response.arrayBuffer()).toString("base64"),
  isBase64Encoded: true,
});
