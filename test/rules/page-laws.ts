import { isOfPages, pageRooms } from "@window/portal/rooms.ts";
import * as z from "zod";
import { functionNamed } from "./bundle-actions.ts";
import type { Law } from "./template-laws.ts";
import type { Template } from "./template.ts";
import { member, ofType, statementsOf, text } from "./template.ts";

/** Addresses of the HTTP API, each as one that it would match, by the logical id of the function behind it. */
const ledTo = (template: Template): readonly { readonly path: string; readonly behind: string }[] => {
  const integrations = new Map(
    ofType(template, "AWS::ApiGatewayV2::Integration").map(([id, { Properties }]) => [
      id,
      text(member(Properties["IntegrationUri"], "Fn::GetAtt")),
    ]),
  );
  return ofType(template, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => {
    const path = z.string().parse(Properties["RouteKey"]).replace(/^\w+ /, "");
    const target = text(Properties["Target"]);
    const [, behind = ""] = [...integrations].find(([id]) => target.includes(`"${id}"`)) ?? [];
    return { path: path.replace("{room+}", "a/b"), behind };
  });
};

/** The HTTP API goes by the same list of addresses as the process of one machine (`rooms.ts`). */
export const pagesAreLedToTheirs: Law = (template) => {
  const pages = `["${functionNamed(template, "pages")}","Arn"]`;
  const routes = ledTo(template);
  const wanted = [...pageRooms.exact, ...pageRooms.below.flatMap((room) => [room, `${room}/a/b`])];
  return [
    ...routes
      .filter(({ path, behind }) => (behind === pages) !== isOfPages(path))
      .map(({ path }) => `${path} is led elsewhere`),
    ...wanted
      .filter((path) => !routes.some((route) => route.path === path))
      .map((path) => `${path} is led nowhere`),
  ];
};

/** All that a page needs; its log is the platform's. */
const READS = new Set([
  "dynamodb:GetItem",
  "dynamodb:BatchGetItem",
  "dynamodb:Query",
  "kms:GetPublicKey",
  "secretsmanager:GetSecretValue",
  "logs:CreateLogStream",
  "logs:PutLogEvents",
]);

/** Pages read: what they write is how often somebody has asked, in the table of records. */
export const pagesOnlyRead: Law = (template) => {
  const role = functionNamed(template, "pages").replace(/[0-9A-F]{8}$/, "Role");
  return statementsOf(template)
    .filter(({ roles }) => roles.some((id) => id.startsWith(role)))
    .flatMap(({ actions, on }) =>
      actions
        .filter((action) => !READS.has(action))
        .filter((action) => action !== "dynamodb:PutItem" || !text(on).includes("Records"))
        .map((action) => `pages may ${action} on ${text(on)}`),
    );
};
