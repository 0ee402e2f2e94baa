import type { Operation } from "@window/contract/operation.ts";
import { type OperationId, operations } from "@window/contract/operations.ts";
import { withoutSlash } from "@window/contract/without-slash.ts";
import { type Context, Hono } from "hono";
import { answerFault } from "./answer-fault.ts";
import type { ApiDeps, Bindings } from "./api-deps.ts";
import { bearer } from "./bearer.ts";
import { count } from "./count.ts";
import type { Answer, Call, Handler } from "./handler.ts";
import { jsonResponse } from "./json-response.ts";
import { countedOf } from "./limits.ts";
import { problemAnswer } from "./problem-answer.ts";
import { readCall } from "./read-call.ts";
import { isRefused, type Refused } from "./refused.ts";
import { applications } from "./routes/applications.ts";
import { receiveCallback } from "./routes/callback.ts";
import { cases } from "./routes/cases.ts";
import { chains } from "./routes/chains.ts";
import { desk } from "./routes/desk.ts";
import { catalogue } from "./routes/catalogue.ts";
import { documents } from "./routes/documents.ts";
import { items } from "./routes/items.ts";
import { keys } from "./routes/keys.ts";
import { calls } from "./routes/calls.ts";
import { notices } from "./routes/notices.ts";
import { openings } from "./routes/openings.ts";
import { people } from "./routes/people.ts";
import { referrals } from "./routes/referrals.ts";
import { receiveReport } from "./routes/report.ts";
import { holds } from "./routes/holds.ts";
import { retention } from "./routes/retention.ts";
import { results } from "./routes/results.ts";
import { window } from "./routes/window.ts";
import { windows } from "./routes/windows.ts";
import { securityHeaders } from "./security-headers.ts";

/** What comes signed is read as raw bytes and has a way of its own. */
const signed = { answerReferral: receiveCallback, reportDelivery: receiveReport };

/** What each of the other operations does. */
const handlers = {
  ...items,
  ...windows,
  ...applications,
  ...documents,
  ...cases,
  ...openings,
  ...notices,
  ...calls,
  ...chains,
  ...desk,
  ...people,
  ...referrals,
  ...holds,
  ...retention,
  ...results,
  ...keys,
  ...catalogue,
  ...window,
} satisfies Record<Exclude<OperationId, keyof typeof signed>, Handler>;

type Asked = Context<{ Bindings: Bindings }>;
type Act = (context: Asked) => Promise<Answer | Refused>;

/** A request that was handed in without one, as tests do, is nobody's in particular. */
const addressOf = ({ env }: { readonly env: Partial<Bindings> | undefined }): string => env?.address ?? "";

const pathOf = ({ path }: Operation): string => path.replaceAll(/\{(\w+)\}/g, ":$1");

const sent = ({ status, body, headers }: Answer): Response =>
  jsonResponse(status, body, "application/json", headers);

/**
 * A path that is there, asked with another method, says which it takes. The cloud leads the first page with a slash behind
 * it here, because no route of an HTTP API may end in one.
 */
const noRoute = (context: Context): Response => {
  const to = context.req.method === "GET" ? withoutSlash(context.req.url) : undefined;
  if (to !== undefined)
    return new Response(null, { status: 308, headers: { ...securityHeaders, location: to } });
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

/** Acts unless it was asked too often; either way the answer says what is left. */
const counted =
  (deps: ApiDeps, operation: Operation, act: Act, call?: Call): Act =>
  async (context) => {
    const asker = { address: addressOf(context), principal: call?.principal };
    const route = `${operation.method} ${operation.path}`;
    const { granted, headers } = await count(deps, route, countedOf(operation, asker, call?.body));
    if (!granted) return { problem: "too-many-requests", headers };
    const result = await act(context);
    return { ...result, headers: { ...headers, ...result.headers } };
  };

/** The API of the window as one Hono app, the same on one machine and in the cloud. */
export const createApp = (deps: ApiDeps): Hono<{ Bindings: Bindings }> => {
  const app = new Hono<{ Bindings: Bindings }>();
  const verify = bearer(deps);
  const table: Readonly<Record<string, Handler>> = handlers;
  const act = (id: string, operation: Operation): Act => {
    const handler = table[id];
    const receive = new Map(Object.entries(signed)).get(id);
    if (receive !== undefined) return counted(deps, operation, (context) => receive(deps, context));
    if (handler === undefined) throw new Error(`nobody does ${id}`);
    return async (context) => {
      const call = await readCall(deps, verify, context, operation);
      return isRefused(call) ? call : counted(deps, operation, () => handler(deps, call), call)(context);
    };
  };
  for (const [id, operation] of inOrder()) {
    const answered = act(id, operation);
    app.on(operation.method.toUpperCase(), pathOf(operation), async (context) => {
      const result = await answered(context);
      return isRefused(result) ? problemAnswer(result) : sent(result);
    });
  }
  app.onError((error, context) => answerFault(deps, error, context.req.method));
  app.notFound(noRoute);
  return app;
};
