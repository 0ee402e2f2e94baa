import { fieldFault, requestFaults } from "@window/contract/field-faults.ts";
import type { Operation } from "@window/contract/operation.ts";
import type { Context } from "hono";
import * as z from "zod";
import { mayAsk } from "./access.ts";
import type { ApiDeps } from "./api-deps.ts";
import type { Call } from "./handler.ts";
import { requestOf } from "./idempotency.ts";
import { parseJson } from "./parse-json.ts";
import type { Principal } from "./principal.ts";
import { readBody } from "./read-body.ts";
import { isRefused, type Refused } from "./refused.ts";

export type Bearer = (header: string | undefined) => Promise<Principal | Refused>;

const parsed = (
  schema: z.ZodType | undefined,
  value: unknown,
  place = "",
): { readonly value: unknown } | Refused => {
  if (schema === undefined) return { value: undefined };
  const { data, error } = schema.safeParse(value, { reportInput: true });
  return error === undefined
    ? { value: data }
    : { problem: "request-malformed", faults: requestFaults(error, place) };
};

const JSON_TYPES = ["application/json"];

/** Raw bytes as the body the operation asks for. */
export const parseBody = (
  operation: Operation,
  bytes: Uint8Array,
  contentType: string | undefined,
): { readonly value: unknown } | Refused => {
  const { body, bodyTypes = JSON_TYPES } = operation;
  if (body === undefined) return bytes.length === 0 ? { value: undefined } : nothingExpected(bytes);
  const type = contentType?.split(";")[0]?.trim().toLowerCase();
  if (type === undefined || !bodyTypes.includes(type)) return { problem: "body-of-another-type" };
  const json = parseJson(bytes);
  return isRefused(json) ? json : parsed(body, json.value);
};

/** Where nothing is asked for, an empty object is nothing too; anything else would be lost silently. */
const nothingExpected = (bytes: Uint8Array): { readonly value: undefined } | Refused => {
  const json = parseJson(bytes);
  if (isRefused(json)) return json;
  return JSON.stringify(json.value) === "{}" ? { value: undefined } : { problem: "request-malformed" };
};

const principalOf = async (
  context: Context,
  operation: Operation,
  bearer: Bearer,
): Promise<Principal | undefined | Refused> => {
  if (operation.access === "anyone" || operation.access === "signed") return undefined;
  const principal = await bearer(context.req.header("authorization"));
  if (isRefused(principal)) return principal;
  return mayAsk(operation.access, principal) ? principal : { problem: "not-allowed" };
};

const headersOf = (context: Context, operation: Operation): { readonly value: unknown } | Refused => {
  if (operation.headers === undefined) return { value: undefined };
  const given = context.req.header();
  const lacksBasis = "if-match" in operation.headers.shape && given["if-match"] === undefined;
  return lacksBasis ? { problem: "basis-missing" } : parsed(operation.headers, given, "headers");
};

/** An operation that asks nothing of its address takes nothing there: it would be ignored. */
const NOTHING = z.strictObject({});

/** A member that is sent twice would be half ignored. */
const queryOf = (context: Context, operation: Operation): { readonly value: unknown } | Refused => {
  const twice = Object.entries(context.req.queries()).filter(([, values]) => values.length > 1);
  if (twice.length === 0) return parsed(operation.query ?? NOTHING, context.req.query(), "query");
  const faults = twice.map(([name]) => fieldFault(`query.${name.slice(0, 40)}`, "format"));
  return { problem: "request-malformed", faults };
};

/** Body, place and headers of a request whose sender may ask. */
const contentOf = async (context: Context, operation: Operation): Promise<Call | Refused> => {
  const params = parsed(operation.params, context.req.param(), "path");
  if (isRefused(params)) return params;
  const query = queryOf(context, operation);
  if (isRefused(query)) return query;
  const headers = headersOf(context, operation);
  if (isRefused(headers)) return headers;
  const bytes = operation.method === "get" ? new Uint8Array() : await readBody(context.req.raw);
  if (isRefused(bytes)) return bytes;
  const body = parseBody(operation, bytes, context.req.header("content-type"));
  if (isRefused(body)) return body;
  return {
    operation,
    params: params.value,
    query: query.value,
    headers: headers.value,
    body: body.value,
  };
};

/** Whoever may not ask learns nothing else; what was sent is read afterwards. */
export const readCall = async (
  deps: Pick<ApiDeps, "keyed">,
  bearer: Bearer,
  context: Context,
  operation: Operation,
): Promise<Call | Refused> => {
  const principal = await principalOf(context, operation, bearer);
  if (principal !== undefined && isRefused(principal)) return principal;
  const call = await contentOf(context, operation);
  if (isRefused(call) || principal === undefined) return call;
  if (!operation.keyed) return { ...call, principal };
  const request = requestOf(deps.keyed, principal, {
    route: `${context.req.method} ${context.req.path}`,
    key: context.req.header("idempotency-key"),
    body: call.body,
  });
  return isRefused(request) ? request : { ...call, principal, request };
};
