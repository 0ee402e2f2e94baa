import { App, CfnWaitConditionHandle, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, test } from "node:test";
import * as z from "zod";
import { keepToDoor } from "../../infra/door.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";

const root = join(import.meta.dirname, "../..");
const folder = temporaryFolder();
const SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:window";

const standing = (
  door: string,
): string => `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
  <DescribeStacksResult><Stacks><member>
    <StackName>window-s-data</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
    <CreationTime>2026-01-05T01:00:00Z</CreationTime>
    <Tags><member><Key>door</Key><Value>${door}</Value></member></Tags>
    <Outputs><member><OutputKey>SecretArnOut</OutputKey><OutputValue>${SECRET}</OutputValue></member></Outputs>
  </member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

const ABSENT = `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type>
  <Code>ValidationError</Code><Message>Stack with id window-none-data does not exist</Message></Error></ErrorResponse>`;

const held = { idSecret: "k".repeat(64), endpoints: { dept_x: "before" } };
const put: unknown[] = [];
const Put = z.object({ SecretId: z.literal(SECRET), SecretString: z.string() });

/** CloudFormation and Secrets Manager, as far as an operator's commands ask them. */
const cloud = createServer((request, response) => {
  void text(request).then((body) => {
    const target = String(request.headers["x-amz-target"] ?? "");
    if (target === "secretsmanager.GetSecretValue") {
      response.end(JSON.stringify({ ARN: SECRET, SecretString: JSON.stringify(held) }));
      return;
    }
    if (target === "secretsmanager.PutSecretValue") {
      put.push(JSON.parse(Put.parse(JSON.parse(body)).SecretString));
      response.end(JSON.stringify({ ARN: SECRET }));
      return;
    }
    const stage = /StackName=window-(\w+)-data/.exec(body)?.[1];
    if (stage === "none") response.writeHead(400);
    response.end(stage === "none" ? ABSENT : standing(stage ?? "nobody"));
  });
});

before(async () => {
  await once(cloud.listen(0, "127.0.0.1"), "listening");
});
after(() => {
  cloud.close();
  folder.remove();
});

/** Runs a command of an operator against the cloud of this test. */
const operator = async (file: string, words: readonly string[], input = "") => {
  const address = cloud.address();
  assert.ok(typeof address === "object" && address !== null);
  const child = spawn(process.execPath, [join(root, file), ...words], {
    env: {
      PATH: process.env["PATH"],
      AWS_ENDPOINT_URL: `http://127.0.0.1:${address.port}`,
      AWS_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
  });
  child.stdin.end(input);
  const [said, complained] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { status: child.exitCode, said, complained };
};

test("cdk deploy is refused on a stage that SST deployed", async () => {
  const { status, complained } = await operator("infra/deploy.ts", ["--stage", "sst"]);
  assert.equal(complained, "stage sst was deployed by sst: deploy and remove it there\n");
  assert.equal(status, 3);
});

test("CloudFormation lets a stack through the door alone by which it was deployed", () => {
  for (const door of ["cdk", "sst"] as const) {
    const stack = new Stack(new App({ outdir: join(folder.path, door) }), "window");
    new CfnWaitConditionHandle(stack, "Something");
    keepToDoor(stack, door);
    Template.fromStack(stack).hasParameter("Door", { Default: door, AllowedValues: [door] });
  }
});

test("an operator writes one member of the secret; the others stay, and nothing of it is printed", async () => {
  const given = JSON.stringify({ dept_x: "after" });
  const { status, said } = await operator("infra/operator/secret.ts", ["--stage", "cdk", "endpoints"], given);
  assert.equal(status, 0);
  assert.deepEqual(put.at(-1), { ...held, endpoints: { dept_x: "after" } });
  assert.doesNotMatch(said, /after|before|kkk/);
});

test("an operator sees the names of what the secret holds, and no value", async () => {
  const { said } = await operator("infra/operator/secret.ts", ["--stage", "cdk"]);
  assert.equal(said, "idSecret\nendpoints\n");
});

test("the root of all ids cannot be overwritten, nor a secret that is not there", async () => {
  const before = put.length;
  const root = await operator("infra/operator/secret.ts", ["--stage", "cdk", "idSecret"], '"x"');
  assert.match(root.complained, /no member idSecret/);
  const none = await operator("infra/operator/secret.ts", ["--stage", "none", "endpoints"], "{}");
  assert.match(none.complained, /stage none is not deployed here/);
  assert.deepEqual([root.status, none.status, put.length], [1, 1, before]);
});
