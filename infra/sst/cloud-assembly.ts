import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** Where an assembly is deployed to. An assembly names no place: it has placeholders in their stead. */
export interface Place {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

export interface Asset {
  /** CDK's fingerprint of the content; the object's key begins with it. */
  readonly hash: string;
  readonly bucket: string;
  readonly key: string;
  /** A file, or a folder that is packed into one zip. */
  readonly packaging: "file" | "zip";
  readonly path: string;
}

export interface Stack {
  readonly name: string;
  readonly template: { readonly bucket: string; readonly key: string };
  /** Names of what an operator can set; CDK's own are left out. */
  readonly parameters: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** The role as which CloudFormation works, made by `cdk bootstrap`. */
  readonly role: string;
  /** Names of stacks that must stand before this one. */
  readonly after: readonly string[];
  readonly assets: readonly Asset[];
}

const Artifact = z.object({
  type: z.string(),
  properties: z.unknown(),
  dependencies: z.array(z.string()).default([]),
});

const Manifest = z.object({ artifacts: z.record(z.string(), Artifact) });

const StackProperties = z.object({
  templateFile: z.string(),
  stackTemplateAssetObjectUrl: z.string(),
  cloudFormationExecutionRoleArn: z.string(),
  tags: z.record(z.string(), z.string()),
});

const Assets = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ path: z.string(), packaging: z.enum(["file", "zip"]) }),
      destinations: z.record(z.string(), z.object({ bucketName: z.string(), objectKey: z.string() })),
    }),
  ),
});

const Template = z.object({ Parameters: z.record(z.string(), z.object({ Type: z.string() })).default({}) });

const S3_URL = /^s3:\/\/(?<bucket>[^/]+)\/(?<key>.+)$/;
const S3Url = z
  .string()
  .transform((url) => z.object({ bucket: z.string(), key: z.string() }).parse(S3_URL.exec(url)?.groups));

/** Reads every stack of the assembly in `folder`, an absolute path, for one place. Throws for a shape it does not know. */
export const stacksOf = (folder: string, place: Place): readonly Stack[] => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
  const placed = (text: string): string =>
    text
      .replaceAll("${AWS::Partition}", place.partition)
      .replaceAll("${AWS::AccountId}", place.account)
      .replaceAll("${AWS::Region}", place.region);
  const { artifacts } = Manifest.parse(read("manifest.json"));
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === "aws:cloudformation:stack");
  const names = new Set(stacks.map(([name]) => name));

  const assetsOf = (name: string): readonly Asset[] =>
    Object.entries(Assets.parse(read(`${name}.assets.json`)).files).flatMap(
      ([hash, { source, destinations }]) =>
        Object.values(destinations).map(({ bucketName, objectKey }) => ({
          hash,
          bucket: placed(bucketName),
          key: placed(objectKey),
          packaging: source.packaging,
          path: join(folder, source.path),
        })),
    );

  return stacks.map(([name, { properties, dependencies }]) => {
    const said = StackProperties.parse(properties);
    const { Parameters } = Template.parse(read(said.templateFile));
    return {
      name,
      template: S3Url.parse(placed(said.stackTemplateAssetObjectUrl)),
      parameters: Object.entries(Parameters)
        // CDK's own come from SSM; the door is said by whoever walks through it.
        .filter(([parameter, { Type }]) => !Type.startsWith("AWS::SSM::") && parameter !== "Door")
        .map(([parameter]) => parameter),
      tags: said.tags,
      role: placed(said.cloudFormationExecutionRoleArn),
      after: dependencies.filter((dependency) => names.has(dependency)),
      assets: assetsOf(name),
    };
  });
};
