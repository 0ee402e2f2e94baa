import { CfnCondition, CfnParameter, Fn, Stack } from "aws-cdk-lib";
import type { StackProps } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import type { Construct } from "constructs";
import { environment } from "../packages/aws/src/names.ts";
import { accessTo } from "./access.ts";
import { httpApi } from "./api.ts";
import type { DataStack } from "./data.ts";
import { delivery, inspection, queuesOf } from "./delivery.ts";
import { dispatch } from "./dispatch.ts";
import { rebuilding } from "./rebuild.ts";
import { seeding } from "./seed.ts";
import { pages } from "./pages.ts";
import { openTestDoor } from "./test-door.ts";
import type { Stage } from "./stage.ts";
import type { Queues } from "./workflow.ts";
import { workflow } from "./workflow.ts";

export interface WindowProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
}

/** Everything that works. It keeps nothing for good, but its queues and executions hold what is under way. */
export class WindowStack extends Stack {
  /** What the door of stage `test` is put into. */
  readonly door: { readonly api: HttpApi; readonly queues: Queues };

  constructor(scope: Construct, id: string, { stage, data, ...props }: WindowProps) {
    super(scope, id, props);
    const issuers = new CfnParameter(this, "Issuers", {
      description: "Who may issue tokens: JSON list of issuer, audience, jwksUrl, roles",
      default: "[]",
    });
    const named = new CfnParameter(this, "Origin", {
      description: "Public address of the window without a slash at the end; empty: the address of the API",
      default: "",
    });
    const proxies = new CfnParameter(this, "TrustedProxies", {
      description: "How many proxies of yours (CloudFront is one) add to X-Forwarded-For before the HTTP API",
      type: "Number",
      default: "0",
      minValue: 0,
    });
    const to = accessTo(data);
    const queues = queuesOf(this, data);
    const asked = { issuers: issuers.valueAsString, proxies: Fn.ref(proxies.logicalId) };
    const { api, answering } = httpApi(this, stage, to, asked);
    const showing = pages(this, stage, to, { api, ...asked });
    workflow(this, stage, to, queues);
    const deliver = delivery(this, stage, to, queues);
    inspection(this, stage, to, data);
    seeding(this, stage, to);
    rebuilding(this, stage, to);
    const dispatchers = dispatch(this, stage, to, { data, queues });
    const isNamed = new CfnCondition(this, "IsNamed", {
      expression: Fn.conditionNot(Fn.conditionEquals(named.valueAsString, "")),
    });
    const origin = Fn.conditionIf(isNamed.logicalId, named.valueAsString, api.apiEndpoint).toString();
    for (const fn of [answering, showing, deliver, ...dispatchers])
      fn.addEnvironment(environment.origin, origin);
    this.door = { api, queues };
    if (stage.isTest) openTestDoor(this, stage, to, this.door);
  }
}
