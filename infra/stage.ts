import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { ObjectLockRetention } from "aws-cdk-lib/aws-s3";

/** One deployment of the window. Everything that differs between deployments is decided here. */
export interface Stage {
  readonly name: string;
  /** The stage `test` alone: its data may be thrown away, its legal clock can be moved. */
  readonly isTest: boolean;
  /** What becomes of tables, buckets, keys and secrets when they leave the template. */
  readonly removal: RemovalPolicy;
  /** How long nobody can remove a root of the log. In stage `production` not even the account itself can. */
  readonly lock: ObjectLockRetention;
}

/** The one stage that is protected, through either door: sst.config.ts names it too. */
export const PRODUCTION = "production";

/** Short enough to stand in names of stacks and exports. */
const NAME = /^[a-z][a-z0-9-]{0,19}$/;

/** 示例: no source gives a period; ten years outlive every remedy and every retention of the window. */
const LOCKED = Duration.days(10 * 365);

const lockOf = (name: string): ObjectLockRetention => {
  if (name === PRODUCTION) return ObjectLockRetention.compliance(LOCKED);
  return ObjectLockRetention.governance(name === "test" ? Duration.days(1) : Duration.days(30));
};

/** Throws for a name that cannot stand in the name of a stack, and for one that only looks like the protected one. */
export const stageOf = (name: string): Stage => {
  if (!NAME.test(name))
    throw new Error(`"${name}" cannot name a stage: a-z, 0-9 and -, at most 20 characters`);
  if (name === "prod")
    throw new Error(`"prod" would be protected by nothing: the stage is called ${PRODUCTION}`);
  const isTest = name === "test";
  const removal = isTest ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN;
  return { name, isTest, removal, lock: lockOf(name) };
};
