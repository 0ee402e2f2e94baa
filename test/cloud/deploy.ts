import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { must } from "./command.ts";

const root = join(import.meta.dirname, "../..");
const cdk = join(root, "node_modules/.bin/cdk");

const Outputs = z.object({
  "window-test": z.looseObject({ ApiId: z.string(), ImportSeedName: z.string() }),
  "window-test-data": z.looseObject({
    EndpointsSecretOut: z.string(),
    RegistersSecretOut: z.string(),
    MailSecretOut: z.string(),
    SmsSecretOut: z.string(),
    ReportsSecretOut: z.string(),
    EventsOut: z.string(),
    ViewsOut: z.string(),
    KeysOut: z.string(),
    RecordsOut: z.string(),
    DocumentsOut: z.string(),
    WrappingKeyOut: z.string(),
    SigningKeyOut: z.string(),
    RootKeyOut: z.string(),
  }),
});
export type Outputs = z.infer<typeof Outputs>;

export interface Settings {
  readonly origin: string;
  readonly issuers: string;
}

/**
 * On a busy machine a connection to the emulator is now and then given up before it is taken; bootstrapping and
 * deploying go on where they stopped, so they are tried again.
 */
const TRIES = 3;
const PATIENT = "--network-family-autoselection-attempt-timeout=5000";

const patiently = async (words: readonly string[], env: NodeJS.ProcessEnv, cwd = root): Promise<void> => {
  for (let number = 1; ; number += 1) {
    try {
      await must(cdk, words, env, cwd);
      return;
    } catch (fault) {
      if (number === TRIES) throw fault;
    }
  }
};

/** Deploys the assembly of stage `test`, the same that `npm run deploy` deploys, and returns what its stacks say. */
export const deploy = async (
  environment: Readonly<Record<string, string>>,
  { origin, issuers }: Settings,
): Promise<Outputs> => {
  const env = { ...process.env, ...environment, NODE_OPTIONS: PATIENT };
  const app = ["--app", "node infra/app.ts", "--output", ".build/cloud/assembly", "-c", "stage=test"];
  const outputs = join(root, ".build/cloud/outputs.json");
  await patiently(["bootstrap", "aws://000000000000/us-east-1"], env, tmpdir());
  await patiently(
    [
      ...["deploy", "--all", "--require-approval", "never", "--outputs-file", outputs, ...app],
      ...["--parameters", `window-test:Origin=${origin}`, "--parameters", `window-test:Issuers=${issuers}`],
    ],
    env,
  );
  return Outputs.parse(JSON.parse(readFileSync(outputs, "utf8")));
};
