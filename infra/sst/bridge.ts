import { cloudformation, s3 } from "@pulumi/aws";
import { asset } from "@pulumi/pulumi";
import type { Output } from "@pulumi/pulumi";
import type { Asset, Place, Stack } from "./cloud-assembly.ts";

/** What the bridge leaves to its caller. */
export interface Terms {
  readonly place: Place & { readonly suffix: string };
  /** Neither an operator nor a changed program takes these stacks away. */
  readonly isProtected: boolean;
  /** What an operator set, by the name of the template's parameter; the template's own default otherwise. */
  readonly setting: (parameter: string) => string | undefined;
}

/**
 * An asset lies where `cdk deploy` would put it, under the same key. Stages and doors share it there and CloudFormation
 * may roll back to an older one, so nobody takes it away: `cdk gc` does that.
 */
const upload = (stack: string, { hash, bucket, key, packaging, path }: Asset): s3.BucketObjectv2 =>
  new s3.BucketObjectv2(
    `${stack}-${hash.slice(0, 12)}`,
    {
      bucket,
      key,
      source: packaging === "zip" ? new asset.FileArchive(path) : new asset.FileAsset(path),
    },
    { retainOnDelete: true },
  );

const settingsOf = ({ parameters }: Stack, { setting }: Terms): Record<string, string> =>
  Object.fromEntries(
    parameters.flatMap((parameter) => {
      const value = setting(parameter);
      return value === undefined ? [] : [[parameter, value]];
    }),
  );

/**
 * Every stack of an assembly as one resource, after its assets and after the stacks that it needs; SST takes them away
 * in the other order. By the template's address, because a template in the request ends at 51,200 bytes.
 */
export const deployStacks = (stacks: readonly Stack[], terms: Terms): Record<string, Output<string>> => {
  const { region, suffix } = terms.place;
  const standing = new Map<string, cloudformation.Stack>();
  const deploy = (stack: Stack): cloudformation.Stack => {
    const known = standing.get(stack.name);
    if (known !== undefined) return known;
    const needed = stacks.filter(({ name }) => stack.after.includes(name)).map(deploy);
    const assets = stack.assets.map((each) => upload(stack.name, each));
    const made = new cloudformation.Stack(
      stack.name,
      {
        name: stack.name,
        templateUrl: `https://${stack.template.bucket}.s3.${region}.${suffix}/${stack.template.key}`,
        parameters: settingsOf(stack, terms),
        // As CDK asks for them: the templates make roles.
        capabilities: ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"],
        iamRoleArn: stack.role,
        tags: { ...stack.tags },
      },
      { dependsOn: [...needed, ...assets], protect: terms.isProtected },
    );
    standing.set(stack.name, made);
    return made;
  };
  return Object.fromEntries(stacks.map((stack) => [stack.name, deploy(stack).id]));
};
