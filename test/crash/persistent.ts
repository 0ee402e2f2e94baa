import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";

/** A request that carried a key and was accepted, with what was answered. */
export interface Accepted {
  readonly url: string;
  readonly init: RequestInit;
  readonly status: number;
  readonly body: string;
}

/** Somebody who asks until the window answers, and remembers what it accepted. */
export interface Persistent {
  readonly reach: typeof fetch;
  /** Asks once and remembers what was accepted. */
  readonly once: typeof fetch;
  readonly accepted: readonly Accepted[];
  /** How often there was no answer, or one that says to come again. */
  unanswered(): number;
  /** Statuses of answers that said to come again. */
  readonly refused: readonly number[];
}

const MOST_MILLISECONDS = 30_000;
const AGAIN_MILLISECONDS = 10;

/** Read to its end here: an answer that breaks off is none. */
const whole = async (response: Response): Promise<{ readonly response: Response; readonly body: string }> => {
  const body = await response.text();
  const empty = response.status === 204;
  return { response: new Response(empty ? null : body, response), body };
};

export const persistent = (): Persistent => {
  const accepted: Accepted[] = [];
  const refused: number[] = [];
  let unanswered = 0;

  const once = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = input instanceof Request ? input.url : String(input);
    const { response, body } = await whole(await fetch(url, init));
    const { status } = response;
    if (status >= 500) refused.push(status);
    if (response.ok && new Headers(init.headers).has("idempotency-key"))
      accepted.push({ url, init, status, body });
    return response;
  };
  return {
    accepted,
    refused,
    once,
    unanswered: () => unanswered,
    async reach(input, init) {
      for (const end = performance.now() + MOST_MILLISECONDS; performance.now() < end;) {
        const response = await once(input, init).catch(() => undefined);
        if (response !== undefined && response.status < 500) return response;
        unanswered += 1;
        await pause(AGAIN_MILLISECONDS);
      }
      throw new Error(
        `${init?.method ?? "GET"} ${JSON.stringify(input)} was not answered in ${MOST_MILLISECONDS} ms`,
      );
    },
  };
};

const Form = z.object({ upload: z.unknown() });

/** A form to upload with is made anew for each answer, and not any more once the application is submitted. */
const isForm = (body: string): boolean => body !== "" && Form.safeParse(JSON.parse(body)).success;

const lasting = (body: string): unknown => {
  const read: unknown = body === "" ? null : JSON.parse(body);
  return typeof read === "object" && read !== null ? { ...read, upload: undefined } : read;
};

/** Asks everything that was accepted again, under its old key; returns what is answered otherwise than then. */
export const forgotten = async ({ accepted }: Pick<Persistent, "accepted">): Promise<readonly string[]> => {
  const different: string[] = [];
  for (const { url, init, status, body } of accepted) {
    const again = await fetch(url, init);
    const text = await again.text();
    const same = JSON.stringify(lasting(text)) === JSON.stringify(lasting(body));
    if (again.status === status && same) continue;
    if (again.status === 409 && isForm(body)) continue;
    different.push(`${init.method ?? ""} ${url}: ${status} ${body} and then ${again.status} ${text}`);
  }
  return different;
};
