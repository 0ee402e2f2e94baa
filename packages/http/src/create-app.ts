import type { Operation } from "@window/contract/operation.ts";
import { type OperationId, operations } from "@window/contract/operations.ts";
import { fieldFault } from "@window/contract/field-faults.ts";
import { BadCursor } from "@window/domain/port/bad-cursor.ts";
import { Contended } from "@window/domain/perform.ts";
import { SubjectErased } from "@window/domain/subject-erased.ts";
import { type Context, Hono } from "hono";
import type { ApiDeps } from "./api-deps.ts";
import { bearer } from "./bearer.ts";
import type { Answer, Handler } from "./handler.ts";
import { faultAnswer, problemAnswer } from "./problem-answer.ts";
import { readCall } from "./read-call.ts";
import { isRefused, type Refused } from "./refused.ts";
import { applications } from "./routes/applications.ts";
import { receiveCallback } from "./routes/callback.ts";
import { cases } from "./routes/cases.ts";
import { documents } from "./routes/documents.ts";
import { items } from "./routes/items.ts";
import { keys } from "./routes/keys.ts";
import { referrals } from "./routes/referrals.ts";
import { results } from "./routes/results.ts";
import { window } from "./routes/window.ts";
import { windows } from "./routes/windows.ts";
import { securityHeaders } from "./security-headers.ts";

/** What each operation does; the signed one is read as raw bytes and has a way of its own. */
const handlers = {
  ...items,
  ...windows,
  ...applications,
  ...documents,
  ...cases,
  ...referrals,
  ...results,
  ...keys,
  ...window,
} satisfies Record<Exclude<OperationId, "answerReferral">, Handler>;

type Act = (context: Context) => Promise<Answer | Refused>;

const pathOf = ({ path }: Operation): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

const sent = ({ status, body, headers = {} }: Answer): Response =>
  body === null
    ? new Response(null, { status, headers })
    : new Response(JSON.stringify(body), {
        status,
        headers: { ...headers, "content-type": "application/json" },
      });

/** What is thrown is a fault: logged by name and number, answered by number. */
const answerFault = ({ log }: ApiDeps, error: Error, context: Context): Response => {
  if (error instanceof Contended) return problemAnswer({ problem: "busy", headers: { "retry-after": "1" } });
  if (error instanceof SubjectErased) return problemAnswer({ problem: "no-such-application" });
  if (error instanceof BadCursor)
    return problemAnswer({ problem: "request-malformed", faults: [fieldFault("query.after", "format")] });
  const incident = crypto.randomUUID();
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  log({
    event: "failed",
    incident,
    fault: error.name,
    method: context.req.method,
    at: frames.slice(0, 3).join(" "),
  });
  return faultAnswer(incident);
};

/** A path that is there, asked with another method, says which it takes. */
const noRoute = (context: Context): Response => {
  const allowed = Object.values<Operation>(operations).filter(({ path }) =>
    new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(context.req.path),
  );
  if (allowed.length === 0) return problemAnswer({ problem: "no-such-page" });
  const allow = allowed.map(({ method }) => method.toUpperCase()).join(", ");
  return problemAnswer({ problem: "method-not-allowed", headers: { allow } });
};

/** Fixed paths before those with a parameter, so that `/results/revocations` is no result. */
const inOrder = (): [string, Operation][] =>
  Object.entries<Operation>(operations).sort(
    ([, one], [, other]) => Number(one.path.includes("{")) - Number(other.path.includes("{")),
  );

/** The API of the window as one Hono app, the same on one machine and in the cloud. */
export const createApp = (deps: ApiDeps): Hono => {
  const app = new Hono();
  const verify = bearer(deps);
  const table: Readonly<Record<string, Handler>> = handlers;
  const act = (id: string, operation: Operation): Act => {
    const handler = table[id];
    if (handler === undefined) return (context) => receiveCallback(deps, context);
    return async (context) => {
      const call = await readCall(deps, verify, context, operation);
      return isRefused(call) ? call : handler(deps, call);
    };
  };
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
  });
  for (const [id, operation] of inOrder()) {
    const answered = act(id, operation);
    app.on(operation.method.toUpperCase(), pathOf(operation), async (context) => {
      const result = await answered(context);
      return isRefused(result) ? problemAnswer(result) : sent(result);
    });
  }
  app.onError((error, context) => answerFault(deps, error, context));
  app.notFound(noRoute);
  return app;
};
