/**
 * `npm run secret -- --stage S` names the members of the stage's secret; `npm run secret -- --stage S NAME < file.json`
 * writes one of them, JSON, and leaves the others as they are. What a member holds is never printed.
 */
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { text } from "node:stream/consumers";
import * as z from "zod";
import { secretMembers } from "../../packages/aws/src/names.ts";
import { stageOf } from "../stage.ts";
import { standingStack } from "./standing-stack.ts";
import { takeStage } from "./take-stage.ts";

const Held = z.record(z.string(), z.unknown());

/** The root of keyed ids is made by the deploy and never changes: with another one nobody meets what he created. */
const writable: readonly string[] = Object.values(secretMembers).filter(
  (name) => name !== secretMembers.idSecret,
);

const client = new SecretsManagerClient({});

const read = async (SecretId: string) => {
  const { SecretString, VersionId } = await client.send(new GetSecretValueCommand({ SecretId }));
  return { held: Held.parse(JSON.parse(SecretString ?? "{}")), VersionId };
};

const write = async (SecretId: string, name: string): Promise<void> => {
  if (!writable.includes(name)) throw new Error(`no member ${name}: ${writable.join(", ")}`);
  const value: unknown = JSON.parse(await text(process.stdin));
  const { held } = await read(SecretId);
  await client.send(
    new PutSecretValueCommand({ SecretId, SecretString: JSON.stringify({ ...held, [name]: value }) }),
  );
  console.log(`${name} is written; functions read it again within five minutes`);
};

const { stage, rest } = takeStage(process.argv.slice(2));
const [name] = rest;

if (stage === undefined) {
  console.error("which stage? npm run secret -- --stage S [NAME < value.json]");
  process.exitCode = 2;
} else {
  const secret = (await standingStack(`window-${stageOf(stage).name}-data`))?.outputs.get("SecretArnOut");
  if (secret === undefined) throw new Error(`stage ${stage} is not deployed here`);
  if (name === undefined) console.log(Object.keys((await read(secret)).held).join("\n"));
  else await write(secret, name);
}
