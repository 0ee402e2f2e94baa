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
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";

const root = join(import.meta.dirname, "../..");
const folder = temporaryFolder();
const SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:window";

const outputs = ["Endpoints", "Registers", "Mail", "Sms", "Reports"]
  .map(
    (name) =>
      `<member><OutputKey>${name}SecretOut</OutputKey><OutputValue>${SECRET}${name}</OutputValue></member>`,
  )
  .join("");

const standing = (
  door: string,
): string => `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/">
  <DescribeStacksResult><Stacks><member>
    <StackName>window-s-data</StackName><StackStatus>CREATE_COMPLETE</StackStatus>
    <CreationTime>2026-01-05T01:00:00Z</CreationTime>
    <Tags><member><Key>door</Key><Value>${door}</Value></member></Tags>
    <Outputs>${outputs}</Outputs>
  </member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;

const ABSENT = `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type>
  <Code>ValidationError</Code><Message>Stack with id window-none-data does not exist</Message></Error></ErrorResponse>`;

const held: Readonly<Record<string, string>> = {
  [`${SECRET}Endpoints`]: '{"dept_x": "before"}',
  [`${SECRET}Registers`]: "{}",
  [`${SECRET}Mail`]: "null",
  [`${SECRET}Sms`]: "null",
  [`${SECRET}Reports`]: '["before"]',
};
const put: unknown[] = [];
const Get = z.object({ SecretId: z.string() });
const Put = Get.extend({ SecretString: z.string() });

/** CloudFormation and Secrets Manager, as far as an operator's commands ask them. */
const cloud = createServer((request, response) => {
  void text(request).then((body) => {
    const target = String(request.headers["x-amz-target"] ?? "");
    if (target === "secretsmanager.GetSecretValue") {
      const { SecretId } = Get.parse(JSON.parse(body));
      response.end(JSON.stringify({ ARN: SecretId, SecretString: held[SecretId] }));
      return;
    }
    if (target === "secretsmanager.PutSecretValue") {
      const { SecretId, SecretString } = Put.parse(JSON.parse(body));
      put.push([SecretId, JSON.parse(SecretString)]);
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

const endpoint = {
  url: "https://dept.example/hooks",
  sending: [newWebhookSecret()],
  receiving: [newWebhookSecret()],
};

test("an operator fills one secret and no other, and nothing of it is printed", async () => {
  const given = { dept_x: endpoint };
  const words = ["--stage", "cdk", "endpoints"];
  const { status, said } = await operator("infra/operator/secret.ts", words, JSON.stringify(given));
  assert.equal(status, 0);
  assert.deepEqual(put, [[`${SECRET}Endpoints`, given]]);
  assert.doesNotMatch(said, /whsec|before|dept_x/);
});

test("what its readers could not use is not written, and the place of each flaw is named without what stands there", async () => {
  const before = put.length;
  const wrong: readonly (readonly [name: string, file: string, flaw: RegExp])[] = [
    [
      "endpoints",
      JSON.stringify({ dept_x: { ...endpoint, url: "dept-planted" } }),
      /^endpoints\.dept_x\.url: /m,
    ],
    [
      "endpoints",
      JSON.stringify({ dept_x: { ...endpoint, sending: ["planted"] } }),
      /^endpoints\.dept_x\.sending\.0: /m,
    ],
    [
      "endpoints",
      JSON.stringify({ dept_x: { ...endpoint, recieving: [] } }),
      /^endpoints\.dept_x: .*recieving/m,
    ],
    ["registers", JSON.stringify({ reg_x: { url: endpoint.url } }), /^registers\.reg_x\.sending: /m],
    ["mail", JSON.stringify({ url: "smtps://user:planted@mail.example:465" }), /^mail\.from: /m],
    ["sms", JSON.stringify({ secretKey: "planted" }), /^sms\.secretKey: /m],
    ["reports", '"planted"', /^reports: /m],
    ["mail", "{planted", /^mail: not JSON$/m],
  ];
  for (const [name, file, flaw] of wrong) {
    const { status, said, complained } = await operator(
      "infra/operator/secret.ts",
      ["--stage", "cdk", name],
      file,
    );
    assert.equal(status, 1, name);
    assert.match(complained, flaw);
    assert.doesNotMatch(said + complained, /planted/);
  }
  assert.equal(put.length, before);
});

test("the root of all ids, and what is no secret, cannot be written", async () => {
  for (const name of ["root", "idSecret", "toString"]) {
    const { status, complained } = await operator("infra/operator/secret.ts", ["--stage", "cdk", name], "{}");
    assert.equal(status, 2);
    assert.equal(complained, `no secret ${name}: endpoints, registers, mail, sms, reports\n`);
  }
});

test("an operator sees which secrets are filled, and no value", async () => {
  const { said } = await operator("infra/operator/secret.ts", ["--stage", "cdk"]);
  assert.equal(said, "endpoints: filled\nregisters: empty\nmail: empty\nsms: empty\nreports: filled\n");
});
