import { runtime } from "@pulumi/pulumi";
import { setImmediate } from "node:timers/promises";
import * as z from "zod";

/** A resource as the program asked for it: what it is, what it is given, what it hangs on. */
export interface Asked {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
  readonly after: readonly string[];
  readonly isProtected: boolean;
  readonly isRetained: boolean;
}

const Named = z.looseObject({ __name: z.string() });
const Options = z.looseObject({
  dependsOn: z.array(Named).default([]),
  protect: z.boolean().default(false),
  retainOnDelete: z.boolean().default(false),
});

const IN_CHINA = { partition: "aws-cn", dnsSuffix: "amazonaws.com.cn", region: "cn-north-1" };

/** A fault as the engine hands it on: what it says is in the details. */
const refusal = (details: string): Error => Object.assign(new Error(details), { details });

const answers = (standing: Readonly<Record<string, Record<string, string>>>) =>
  ({
    "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "111122223333" }),
    "aws:index/getRegion:getRegion": () => ({ region: IN_CHINA.region }),
    "aws:index/getPartition:getPartition": () => IN_CHINA,
    "aws:cloudformation/getStack:getStack": (name: string) => {
      const tags = standing[name];
      if (tags === undefined)
        throw refusal(`api error ValidationError: Stack with id ${name} does not exist`);
      return { tags };
    },
  }) satisfies Record<string, (name: string) => unknown>;

/**
 * Runs a program as SST's engine would, with a provider that only writes down. `standing` are the tags of stacks that
 * are there already, by name.
 */
export const askedBy = async (
  program: () => Promise<unknown>,
  standing: Readonly<Record<string, Record<string, string>>> = {},
): Promise<readonly Asked[]> => {
  const asked: Asked[] = [];
  const made: string[] = [];
  const faults: unknown[] = [];
  const answer: Record<string, (name: string) => unknown> = answers(standing);
  await runtime.setMocks({
    call: ({ token, inputs }) => {
      const name = z.object({ name: z.string().default("") }).parse(inputs).name;
      return z.record(z.string(), z.unknown()).parse(answer[token]?.(name));
    },
    newResource: ({ name, inputs }) => {
      made.push(name);
      return { id: `${name}-id`, state: z.record(z.string(), z.unknown()).parse(inputs) };
    },
  });
  await runtime.runInPulumiStack(async () => {
    runtime.registerStackTransformation(({ type, name, props, opts }) => {
      const { dependsOn, protect, retainOnDelete } = Options.parse(opts);
      asked.push({
        type,
        name,
        inputs: z.record(z.string(), z.unknown()).parse(props),
        after: dependsOn.map(({ __name }) => __name),
        isProtected: protect,
        isRetained: retainOnDelete,
      });
      return undefined;
    });
    // Pulumi's own stack would also reject promises that nobody holds.
    await program().catch((fault: unknown) => faults.push(fault));
  });
  // What was asked of these mocks must not reach the next ones.
  while (made.length < asked.length) await setImmediate();
  if (faults.length > 0) throw faults[0];
  return asked;
};
