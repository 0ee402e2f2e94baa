/**
 * The composition root of the cloud, with the other files `aws-*.ts`. Each function asks for what its use case needs, and
 * only that is in its bundle; its role is as small (test/rules/template.test.ts).
 */
import { environment } from "@window/aws/names.ts";
import { queueAt } from "@window/aws/queue.ts";
import { openQueuedWorkflow } from "@window/aws/queued-workflow.ts";
import type { Root } from "@window/aws/secrets.ts";
import { wireClock } from "@window/aws/wire-clock.ts";
import type { Routing } from "@window/domain/act/open-round.ts";
import { catalogue } from "./aws-catalogue.ts";
import { clock } from "./aws-clock.ts";
import { need, once } from "./aws-env.ts";
import { keyedOf, ledger, secret } from "./aws-ledger.ts";
import { rounds } from "./aws-sealed.ts";

/** What may ask departments and move the machines. */
export const routing = (kept: Root) =>
  ({
    ...ledger(),
    catalogue: catalogue(),
    keyed: keyedOf(kept),
    rounds: rounds(),
    workflow: openQueuedWorkflow(queueAt(need(environment.workflow)), { legal: clock(), wire: wireClock }),
  }) satisfies Routing;

export const routingDeps = once(async (): Promise<Routing> => routing(await secret()()));
