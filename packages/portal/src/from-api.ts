import { readProgress } from "@window/contract/operations/cases.ts";
import { verifyResult } from "@window/contract/operations/results.ts";
import { Progress } from "@window/contract/wire/case.ts";
import { Verification } from "@window/contract/wire/result.ts";
import type { PortalDeps } from "./deps.ts";

/** Asks the API of this window; `app.request` of Hono is one. */
export type Request = (path: string, init: RequestInit) => Response | Promise<Response>;

/**
 * What the pages ask, answered by the API's own public routes: one way to the answer, whoever asks. An answer the
 * contract does not know is a fault and thrown.
 */
export const fromApi = (request: Request): Pick<PortalDeps, "progress" | "verify"> => {
  const ask = async (path: string, body: unknown): Promise<Response> =>
    request(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    async progress(number, queryCode) {
      const answer = await ask(readProgress.path, { number, queryCode });
      if (answer.status === 404) return undefined;
      return Progress.parse(await found(answer));
    },
    async verify(certificate) {
      return Verification.parse(await found(await ask(verifyResult.path, { certificate })));
    },
  };
};

const found = async (answer: Response): Promise<unknown> => {
  if (answer.status !== 200) throw new Error(`the API answered ${answer.status}`);
  return answer.json();
};
