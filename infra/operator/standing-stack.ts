import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";

export interface StandingStack {
  /** What the stage was deployed by; stacks older than the tag were deployed by `cdk deploy`. */
  readonly door: string;
  readonly outputs: ReadonlyMap<string, string>;
}

/** A stack by its name, in the account and Region of the environment; `undefined` where none stands. */
export const standingStack = async (
  StackName: string,
  client = new CloudFormationClient({}),
): Promise<StandingStack | undefined> => {
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
    const [{ Tags, Outputs } = {}] = Stacks ?? [];
    const outputs = (Outputs ?? []).map(
      ({ OutputKey, OutputValue }) => [OutputKey ?? "", OutputValue ?? ""] as const,
    );
    return { door: Tags?.find(({ Key }) => Key === "door")?.Value ?? "cdk", outputs: new Map(outputs) };
  } catch (fault) {
    // CloudFormation has no error of its own for it.
    if (fault instanceof CloudFormationServiceException && fault.message.endsWith("does not exist"))
      return undefined;
    throw fault;
  }
};
