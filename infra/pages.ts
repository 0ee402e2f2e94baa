import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { environment } from "../packages/aws/src/names.ts";
import { pageRooms } from "../packages/portal/src/rooms.ts";
import type { Access } from "./access.ts";
import { functionOf } from "./part/function.ts";
import type { Stage } from "./stage.ts";

/** With what an HTTP API compares an address; `{room+}` is at least one character. */
const paths = [...pageRooms.exact, ...pageRooms.below.flatMap((room) => [room, `${room}/{room+}`])];

/** The function behind the pages. It may read the log and count who asks; it can neither write a fact nor sign. */
export const pages = (
  scope: Construct,
  stage: Stage,
  to: Access,
  { api, proxies }: { readonly api: HttpApi; readonly proxies: string },
): Lambda => {
  const showing = functionOf(scope, stage, { name: "pages", seconds: 28, megabytes: 1024 });
  to.events(showing, ["GetItem", "Query"]);
  to.views(showing, ["Query"]);
  to.signing(showing, ["GetPublicKey"]);
  to.secrets(showing, ["root"]);
  // Counts of who has asked how often.
  to.records(showing, ["PutItem"]);
  showing.addEnvironment(environment.proxies, proxies);
  const integration = new HttpLambdaIntegration("Showing", showing);
  for (const path of paths) api.addRoutes({ path, methods: [HttpMethod.ANY], integration });
  return showing;
};
