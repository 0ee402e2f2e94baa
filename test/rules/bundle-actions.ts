import { readFileSync } from "node:fs";
import * as z from "zod";
import type { Statement, Template } from "./template.ts";
import { member, ofType, statementsOf, text } from "./template.ts";

const Metafile = z.object({
  outputs: z.record(
    z.string(),
    z.object({ inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })) }),
  ),
});

/** What a call of the SDK needs in IAM, where that is not the service and the name of the command. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  // Every read and every deletion names a version.
  // Without leave to list, what is not there is answered as what is not allowed.
  "s3:GetObject": ["s3:GetObjectVersion", "s3:ListBucket"],
  "s3:CopyObject": ["s3:GetObjectVersion", "s3:ListBucket", "s3:PutObject"],
  "s3:DeleteObject": ["s3:DeleteObjectVersion"],
  "s3:ListObjectVersions": ["s3:ListBucketVersions"],
  "s3:DeleteObjects": ["s3:DeleteObjectVersion"],
  "s3:presigned-post": ["s3:PutObject"],
  // Clients bring these along, for endpoint discovery and for directory buckets; neither is used.
  "dynamodb:DescribeEndpoints": [],
  "s3:CreateSession": [],
};

const SERVICES: Readonly<Record<string, string>> = { sfn: "states", "secrets-manager": "secretsmanager" };

const commandIn = (input: string): string | undefined => {
  if (input.includes("@aws-sdk/s3-presigned-post/dist-es/createPresignedPost")) return "s3:presigned-post";
  const [, client = "", command = ""] =
    /@aws-sdk\/client-([a-z0-9-]+)\/dist-es\/commands\/(\w+)Command\.js$/.exec(input) ?? [];
  return client === "" ? undefined : `${SERVICES[client] ?? client}:${command}`;
};

/** The sources of a bundle, from esbuild's own account of what went into it. */
export const sourcesOf = (metafile: string): readonly string[] => {
  const { outputs } = Metafile.parse(JSON.parse(readFileSync(metafile, "utf8")));
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((input) => (inputs[input]?.bytesInOutput ?? 0) > 0),
  );
};

/** The IAM actions of all commands that are in a bundle. */
export const actionsInBundle = (metafile: string): readonly string[] => {
  const commands = sourcesOf(metafile)
    .map(commandIn)
    .filter((command) => command !== undefined);
  return [...new Set(commands.flatMap((command) => ACTIONS[command] ?? [command]))].toSorted();
};

/** What Lambda itself does with a role: reading queues and streams, writing logs, putting failed events aside. */
const isOfThePlatform = ({ actions, on }: Statement, action: string): boolean =>
  action.startsWith("logs:") ||
  ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"].includes(action) ||
  ["dynamodb:DescribeStream", "dynamodb:GetRecords"].includes(action) ||
  ["dynamodb:GetShardIterator", "dynamodb:ListStreams"].includes(action) ||
  (actions.includes("sqs:SendMessage") && on.every((queue) => text(queue).includes("DeadLetters")));

export interface FunctionOfTemplate {
  readonly id: string;
  /** The file in `functions/`. */
  readonly name: string;
  /** The logical id of its role. */
  readonly role: string;
  /** What its role allows it, without what the platform does with that role. */
  readonly actions: readonly string[];
}

/** The logical id of the function with that file. Throws when there is none. */
export const functionNamed = (template: Template, name: string): string => {
  const found = functionsOf(template).find((fn) => fn.name === name);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found.id;
};

export const functionsOf = (template: Template): readonly FunctionOfTemplate[] => {
  const statements = statementsOf(template).filter(({ effect }) => effect === "Allow");
  return ofType(template, "AWS::Lambda::Function").map(([id, { Properties }]) => {
    const role = z.array(z.string()).parse(member(Properties["Role"], "Fn::GetAtt"))[0] ?? "";
    const own = statements.filter(({ roles }) => roles.includes(role));
    const actions = own.flatMap((statement) =>
      statement.actions.filter((action) => !isOfThePlatform(statement, action)),
    );
    const name = z.string().parse(Properties["Description"]).split(": ")[1] ?? "";
    return { id, name, role, actions: [...new Set(actions)].toSorted() };
  });
};

/** The secrets each function may read, by its file; one that may read none is left out. */
export const secretsOf = (template: Template): ReadonlyMap<string, readonly string[]> => {
  const reading = statementsOf(template).filter(({ actions }) =>
    actions.includes("secretsmanager:GetSecretValue"),
  );
  const found = functionsOf(template).map(({ name, role }) => {
    const on = reading.filter(({ roles }) => roles.includes(role)).flatMap((statement) => statement.on);
    const names = on.map(
      (secret) =>
        /(\w+?)Secret[0-9A-F]{8}/.exec(text(secret).replace(/.*ExportsOutputRef/, ""))?.[1] ?? text(secret),
    );
    return [name, names.toSorted()] as const;
  });
  return new Map(found.filter(([, names]) => names.length > 0));
};

const KEEPING = ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"];

/** Who may change a table, by their files, each with how. A bundle tells which commands it has, and not on which table. */
export const writersOf = (template: Template, table: string): readonly string[] => {
  const own = new RegExp(`ExportsOutput(Ref|FnGetAtt)${table}[0-9A-F]{8}`);
  const writing = statementsOf(template).filter(
    ({ effect, on }) => effect === "Allow" && on.some((resource) => own.test(text(resource))),
  );
  return functionsOf(template)
    .flatMap(({ name, role }) =>
      writing
        .filter(({ roles }) => roles.includes(role))
        .flatMap(({ actions }) => actions.filter((action) => KEEPING.includes(action)))
        .map((action) => `${name} ${action.replace("dynamodb:", "")}`),
    )
    .toSorted();
};
