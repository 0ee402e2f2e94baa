import { RemovalPolicy } from "aws-cdk-lib";

/** One deployment of the window. Everything that differs between deployments is decided here. */
export interface Stage {
  readonly name: string;
  /** The stage `test` alone: its data may be thrown away, its legal clock can be moved. */
  readonly isTest: boolean;
  /** What becomes of tables, buckets, keys and secrets when they leave the template. */
  readonly removal: RemovalPolicy;
}

/** Short enough to stand in names of stacks and exports. */
const NAME = /^[a-z][a-z0-9-]{0,19}$/;

/** Throws for a name that cannot stand in the name of a stack. */
export const stageOf = (name: string): Stage => {
  if (!NAME.test(name))
    throw new Error(`"${name}" cannot name a stage: a-z, 0-9 and -, at most 20 characters`);
  const isTest = name === "test";
  return { name, isTest, removal: isTest ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN };
};
