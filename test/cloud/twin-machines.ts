import { CreateFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { CreateStateMachineCommand, SFNClient } from "@aws-sdk/client-sfn";
import type { Machines } from "@window/aws/workflow.ts";
import {
  definitionOf,
  functionNames,
  type FunctionName,
  type MachineName,
} from "@window/workflow/definition.ts";
import { json } from "node:stream/consumers";
import * as z from "zod";
import { freshName } from "../kit/fresh.ts";
import { onLoopback } from "./on-loopback.ts";
import { zipped } from "./zipped.ts";

const ROLE = "arn:aws:iam::000000000000:role/of-a-twin";

/** Tells the test that it was called, and fails when the test says so. */
const code = `exports.handler = async (payload) => {
  const { TELL, NAME } = process.env;
  const told = await fetch(TELL, { method: "POST", body: JSON.stringify({ name: NAME, payload }) });
  if (!told.ok) throw new Error("the test wants it to fail");
};
`;

const Told = z.object({ name: z.enum(functionNames), payload: z.unknown() });
type Told = z.infer<typeof Told>;

/** Where the functions of the twins tell of being called; the answer is whether they succeed. */
const openEar = async (act: (told: Told) => Promise<void>) => {
  const { origin, close } = await onLoopback((request, response) => {
    void json(request)
      .then((told) => act(Told.parse(told)))
      .then(
        () => response.end(),
        () => response.writeHead(500).end(),
      );
  });
  return { url: `${origin}/`, close };
};

const functionCalled = async (client: LambdaClient, name: FunctionName, url: string): Promise<string> => {
  const { FunctionArn = "" } = await client.send(
    new CreateFunctionCommand({
      FunctionName: `twin-${name}-${freshName()}`,
      Runtime: "nodejs24.x",
      Role: ROLE,
      Handler: "index.handler",
      Timeout: 30,
      Code: { ZipFile: zipped("index.js", code) },
      Environment: { Variables: { TELL: url, NAME: name } },
    }),
  );
  return FunctionArn;
};

/** The two machines as they are deployed, with functions that only tell the test of being called. */
export const twinMachines = async (
  act: (told: Told) => Promise<void>,
): Promise<{ readonly arns: Machines; readonly close: () => Promise<void> }> => {
  const { url, close } = await openEar(act);
  const lambda = new LambdaClient({});
  const functions = {
    "open-round": await functionCalled(lambda, "open-round", url),
    "mark-stuck": await functionCalled(lambda, "mark-stuck", url),
    reach: await functionCalled(lambda, "reach", url),
  };
  const client = new SFNClient({});
  const machine = async (name: MachineName): Promise<string> => {
    const definition = JSON.stringify(definitionOf(name, functions));
    const created = new CreateStateMachineCommand({
      name: `twin-${name}-${freshName()}`,
      definition,
      roleArn: ROLE,
    });
    return (await client.send(created)).stateMachineArn ?? "";
  };
  return { arns: { route: await machine("route"), deadline: await machine("deadline") }, close };
};
