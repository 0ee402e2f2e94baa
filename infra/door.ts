import { CfnOutput, CfnParameter } from "aws-cdk-lib";
import type { Stack } from "aws-cdk-lib";
import * as z from "zod";

/** What a stage is deployed by: `cdk deploy` or SST (sst.config.ts). */
export const Door = z.enum(["cdk", "sst"]);
export type Door = z.infer<typeof Door>;

/**
 * Lets a stack through one door only. Both doors look at the tag before they begin; a bare `cdk deploy` does not look,
 * but it keeps the parameters of a standing stack, so CloudFormation itself refuses a stack of the other door.
 */
export const keepToDoor = (stack: Stack, door: Door): void => {
  const { valueAsString } = new CfnParameter(stack, "Door", {
    description: "What this stage is deployed by; the other door is refused",
    default: door,
    allowedValues: [door],
  });
  new CfnOutput(stack, "DeployedBy", { value: valueAsString });
};
