import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  ListFunctionsCommand,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda";
import { environment } from "@window/aws/names.ts";
import assert from "node:assert/strict";

const client = new LambdaClient({});

const openRound = async (): Promise<string> => {
  let Marker: string | undefined;
  do {
    const page = await client.send(new ListFunctionsCommand({ Marker }));
    const found = page.Functions?.find(({ Description }) => Description === "window-test: open-round");
    if (found?.FunctionName !== undefined) return found.FunctionName;
    Marker = page.NextMarker;
  } while (Marker !== undefined && Marker !== "");
  return assert.fail("no function open-round");
};

/** Tells the function that opens rounds that the data keys are in a table of this name, as a wrong deploy would. */
export const lookForKeysIn = async (table: string): Promise<void> => {
  const FunctionName = await openRound();
  const { Environment } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const Variables = { ...Environment?.Variables, [environment.keys]: table };
  await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
};
