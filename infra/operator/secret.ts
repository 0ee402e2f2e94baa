/**
 * `npm run secret -- --stage S` names the secrets of a stage and says which are filled; `npm run secret -- --stage S NAME <
 * file.json` fills one of them, JSON, if it is what its readers expect. What a secret holds is never printed.
 */
import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { text } from "node:stream/consumers";
import { secretOutput, secrets } from "../../packages/aws/src/names.ts";
import { secretSchemas } from "../../packages/aws/src/secrets.ts";
import { stageOf } from "../stage.ts";
import { standingStack } from "./standing-stack.ts";
import { takeStage } from "./take-stage.ts";

/** The root of keyed ids is made by the deploy and never changes: with another one nobody meets what he created. */
const { root: _, ...filled } = secrets;
type Filled = keyof typeof filled;

const isFilled = (name: string): name is Filled => Object.hasOwn(filled, name);

const client = new SecretsManagerClient({});

/** Why the file cannot be what the secret holds: each place with what is wrong there, never with what stands there. */
const flawsIn = (name: Filled, file: string): readonly string[] => {
  let value: unknown;
  try {
    value = JSON.parse(file);
  } catch {
    return [`${name}: not JSON`];
  }
  const { error } = secretSchemas[name].safeParse(value);
  return (error?.issues ?? []).map(
    ({ path, message }) => `${[name, ...path.map(String)].join(".")}: ${message}`,
  );
};

const write = async (SecretId: string, name: Filled): Promise<void> => {
  const file = await text(process.stdin);
  const flaws = flawsIn(name, file);
  if (flaws.length > 0) {
    console.error(["nothing is written:", ...flaws].join("\n"));
    process.exitCode = 1;
    return;
  }
  const SecretString = JSON.stringify(JSON.parse(file));
  await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
  console.log(`${name} is written; functions read it again within five minutes`);
};

const list = async (idOf: (name: Filled) => string): Promise<void> => {
  for (const name of Object.keys(filled).filter(isFilled)) {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: idOf(name) }));
    console.log(`${name}: ${SecretString === secrets[name].empty ? "empty" : "filled"}`);
  }
};

const { stage, rest } = takeStage(process.argv.slice(2));
const [name] = rest;

if (stage === undefined) {
  console.error("which stage? npm run secret -- --stage S [NAME < value.json]");
  process.exitCode = 2;
} else if (name !== undefined && !isFilled(name)) {
  console.error(`no secret ${name}: ${Object.keys(filled).join(", ")}`);
  process.exitCode = 2;
} else {
  const standing = await standingStack(`window-${stageOf(stage).name}-data`);
  const idOf = (wanted: Filled): string => {
    const id = standing?.outputs.get(secretOutput(wanted));
    if (id === undefined) throw new Error(`stage ${stage} is not deployed here`);
    return id;
  };
  await (name === undefined ? list(idOf) : write(idOf(name), name));
}
