import { cloudformation } from "@pulumi/aws";

/** Words of CloudFormation, as the provider hands them on. */
const ABSENT = "does not exist";

/**
 * The door through which the stage was deployed, from the tag of the stack that holds its data. `undefined`: nothing
 * stands there. Stacks older than the tag were deployed by `cdk deploy`.
 */
export const standingDoor = async (stage: string): Promise<string | undefined> => {
  try {
    const { tags } = await cloudformation.getStack({ name: `window-${stage}-data` });
    return tags["door"] ?? "cdk";
  } catch (fault) {
    if (fault instanceof Error && fault.message.includes(ABSENT)) return undefined;
    throw new Error(`cannot tell whether stage ${stage} stands already`, { cause: fault });
  }
};
