import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";

export interface Granted {
  /** Exact actions, as `service:Action`. */
  readonly actions: readonly string[];
  /** ARNs they are allowed on. */
  readonly on: readonly string[];
  /** Where the function finds the thing: name and value of one environment variable. */
  readonly as?: readonly [name: string, value: string];
}

/** The one way to access: exact actions on one thing, and the name under which the function finds it. */
export const grant = (to: Lambda, { actions, on, as }: Granted): void => {
  to.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: [...on] }));
  if (as !== undefined) to.addEnvironment(as[0], as[1]);
};
