import type { Operation } from "@window/contract/operation.ts";
import type { OperationId } from "@window/contract/operations.ts";
import { withoutSlash } from "@window/contract/without-slash.ts";
import { type Context, Hono } from "hono";
import { answerFault } from "./answer-fault.ts";
import type { ApiDeps, Bindings } from "./api-deps.ts";
import { bearer } from "./bearer.ts";
import { count } from "./count.ts";
import type { Answer, Call, Handler, Receiver } from "./handler.ts";
import { jsonResponse } from "./json-response.ts";
import { countedOf } from "./limits.ts";
import { problemAnswer } from "./problem-answer.ts";
import { readCall } from "./read-call.ts";
import { isRefused, type Refused } from "./refused.ts";
import { loaded, routes } from "./routes.ts";
import { securityHeaders } from "./security-headers.ts";

type Asked = Context<{ Bindings: Bindings }>;
type Act = (context: Asked) => Promise<Answer | Refused>;

/** A request that was handed in without one, as tests do, is nobody's in particular. */
const addressOf = ({ env }: { readonly env: Partial<Bindings> | undefined }): string => env?.address ?? "";

const sent = ({ status, body, headers }: Answer): Response =>
  jsonResponse(status, body, "application/json", headers);

/** An operation by its name, with the method and the path it is asked by. */
interface Route {
  readonly id: OperationId;
  readonly place: string;
  readonly method: string;
  readonly path: string;
}

const isOperation = (id: string): id is OperationId => Object.hasOwn(routes, id);

const everyRoute: readonly Route[] = Object.keys(routes)
  .filter(isOperation)
  .map((id) => {
    const [place] = routes[id];
    const [method = "", path = ""] = place.split(" ");
    return { id, place, method: method.toUpperCase(), path };
  });

/** Fixed paths before those with a parameter, so that `/results/revocations` is no result. */
const inOrder = everyRoute.toSorted(
  (one, other) => Number(one.path.includes("{")) - Number(other.path.includes("{")),
);

/**
 * A path that is there, asked with another method, says which it takes. The cloud leads the first page with a slash behind
 * it here, because no route of an HTTP API may end in one.
 */
const noRoute = async (context: Context): Promise<Response> => {
  const to = context.req.method === "GET" ? withoutSlash(context.req.url) : undefined;
  if (to !== undefined)
    return new Response(null, { status: 308, headers: { ...securityHeaders, location: to } });
  const allowed = everyRoute.filter(({ path }) =>
    new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(context.req.path),
  );
  if (allowed.length === 0) return problemAnswer({ problem: "no-such-page" });
  const allow = allowed.map(({ method }) => method).join(", ");
  return problemAnswer({ problem: "method-not-allowed", headers: { allow } });
};

/** The API of the window as one Hono app, the same on one machine and in the cloud. */
export const createApp = (deps: ApiDeps): Hono<{ Bindings: Bindings }> => {
  const app = new Hono<{ Bindings: Bindings }>();
  const verify = bearer(deps);

  /** Acts unless it was asked too often; either way the answer says what is left. */
  const counted = async (
    { id, place }: Route,
    operation: Operation,
    act: Act,
    context: Asked,
    call?: Call,
  ): Promise<Answer | Refused> => {
    const asker = { address: addressOf(context), principal: call?.principal };
    const { granted, headers } = await count(deps, place, countedOf(id, operation, asker, call?.body));
    if (!granted) return { problem: "too-many-requests", headers };
    const result = await act(context);
    return { ...result, headers: { ...headers, ...result.headers } };
  };

  const answered = async (route: Route, doing: Handler | Receiver, context: Asked) => {
    const { operation } = doing;
    if ("receive" in doing) return counted(route, operation, () => doing.receive(deps, context), context);
    const call = await readCall(deps, verify, context, operation);
    if (isRefused(call)) return call;
    return counted(route, operation, () => doing.act(deps, call), context, call);
  };

  for (const route of inOrder) {
    let doing: Promise<Handler | Receiver> | undefined;
    app.on(route.method, route.path.replaceAll(/\{(\w+)\}/g, ":$1"), async (context) => {
      doing ??= loaded(route.id);
      const result = await answered(route, await doing, context);
      return isRefused(result) ? problemAnswer(result) : sent(result);
    });
  }
  app.onError((error, context) => answerFault(deps, error, context.req.method));
  app.notFound(noRoute);
  return app;
};
