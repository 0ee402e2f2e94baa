import { FileSystem } from "aws-cdk-lib";
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import * as z from "zod";
import { deployStacks } from "../bridge.ts";
import { stacksOf } from "../cloud-assembly.ts";
import { bundledConfig } from "./bundled-config.ts";
import type { SstConfig } from "./bundled-config.ts";
import { askedBy } from "./pulumi-mocks.ts";
import type { Asked } from "./pulumi-mocks.ts";

const root = join(import.meta.dirname, "../../..");
const folder = join(root, ".build/sst/trial");
const BUCKET = "cdk-hnb659fds-assets-111122223333-cn-north-1";

/** Pulumi keeps a path as a promise. */
const Source = z.looseObject({ path: z.instanceof(Promise) });
const Assets = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.object({ packaging: z.string() }),
      destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
    }),
  ),
});

const commands: { readonly title: string; readonly command: string }[] = [];
class DevCommand {
  constructor(title: string, { dev }: { readonly dev: { readonly command: string } }) {
    commands.push({ title, command: dev.command });
  }
}

/** Globals of the running program, as SST sets them for one stage and command. */
const as = (stage: string, isDev = false): void => {
  const $app = { name: "talent-window", stage, protect: stage === "production" };
  Object.assign(globalThis, { $app, $dev: isDev, sst: { x: { DevCommand } } });
};

const of = (type: string, asked: readonly Asked[]): readonly Asked[] =>
  asked.filter((each) => each.type === type);
const stacks = (asked: readonly Asked[]) => of("aws:cloudformation/stack:Stack", asked);
const objects = (asked: readonly Asked[]) => of("aws:s3/bucketObjectv2:BucketObjectv2", asked);

let config: SstConfig;
let atTheTop: readonly string[];
let deployed: readonly Asked[];

before(async () => {
  process.chdir(root);
  ({ config, atTheTop } = await bundledConfig());
  process.env["WINDOW_ORIGIN"] = "https://window.example";
  process.env["WINDOW_TRUSTEDPROXIES"] = "1";
  // The local window's switch for tests; no parameter of a stack.
  process.env["WINDOW_DOOR"] = "1";
  as("trial");
  deployed = await askedBy(config.run);
});

test("SST can load the configuration: nothing is imported at its top", () => {
  assert.deepEqual(atTheTop, []);
});

test("every asset of the assembly is uploaded once, under its own key", () => {
  const keys = globSync("*.assets.json", { cwd: folder }).flatMap((file) =>
    Object.values(Assets.parse(JSON.parse(readFileSync(join(folder, file), "utf8"))).files).flatMap(
      ({ destinations }) => Object.values(destinations).map(({ objectKey }) => objectKey),
    ),
  );
  assert.ok(keys.length > 10);
  assert.deepEqual(
    objects(deployed)
      .map(({ inputs }) => inputs["key"])
      .toSorted(),
    keys.toSorted(),
  );
  assert.deepEqual([...new Set(objects(deployed).map(({ inputs }) => inputs["bucket"]))], [BUCKET]);
});

test("what is uploaded has the hash that its key tells", async () => {
  for (const { inputs, name } of objects(deployed)) {
    const [hash, kind] = z.string().parse(inputs["key"]).split(".");
    const source = Source.parse(inputs["source"]);
    const path = z.string().parse(await source.path);
    const found =
      kind === "zip"
        ? FileSystem.fingerprint(path)
        : createHash("sha256").update(readFileSync(path)).digest("hex");
    assert.equal(found, hash, name);
    assert.equal(source["__pulumiArchive"] ?? false, kind === "zip", name);
  }
});

test("every template goes by its address, and every code that it names was uploaded before it", () => {
  const Template = z.looseObject({
    Resources: z.record(z.string(), z.looseObject({ Properties: z.unknown() })),
  });
  const Code = z.object({ Code: z.object({ S3Key: z.string() }) });
  const keyOf = new Map(objects(deployed).map(({ name, inputs }) => [name, z.string().parse(inputs["key"])]));
  for (const { name, inputs, after } of stacks(deployed)) {
    const keys = after.flatMap((each) => keyOf.get(each) ?? []);
    const url = z.string().parse(inputs["templateUrl"]);
    assert.equal(inputs["templateBody"], undefined);
    assert.ok(
      keys.some((key) => url === `https://${BUCKET}.s3.cn-north-1.amazonaws.com.cn/${key}`),
      url,
    );
    const template = Template.parse(JSON.parse(readFileSync(join(folder, `${name}.template.json`), "utf8")));
    const codes = Object.values(template.Resources).flatMap(({ Properties }) => {
      const { data } = Code.safeParse(Properties);
      return data === undefined ? [] : [data.Code.S3Key];
    });
    assert.deepEqual(
      codes.filter((key) => !keys.includes(key)),
      [],
    );
  }
});

test("the window stands after its data, so it is removed before it", () => {
  const [data, window, ...others] = stacks(deployed);
  assert.deepEqual([data?.name, window?.name, others], ["window-trial-data", "window-trial", []]);
  assert.ok(window?.after.includes("window-trial-data"));
  assert.ok(data?.after.every((name) => !stacks(deployed).some((stack) => stack.name === name)));
});

test("both stacks carry the door's tag, and the window what the operator set", () => {
  for (const { inputs } of stacks(deployed))
    assert.deepEqual(inputs["tags"], { project: "talent-window", stage: "trial", door: "sst" });
  assert.deepEqual(
    stacks(deployed).map(({ inputs }) => inputs["parameters"]),
    [{}, { Origin: "https://window.example", TrustedProxies: "1" }],
  );
});

test("no upload is taken away with a stage: other stages and roll-backs need it", () => {
  assert.ok(objects(deployed).every(({ isRetained }) => isRetained));
});

test("production is protected from removal, by SST and stack by stack; another stage is not", async () => {
  assert.deepEqual(
    ["production", "trial"].map((stage) => {
      const { protect, removal } = config.app({ stage });
      return { protect, removal };
    }),
    [
      { protect: true, removal: "retain-all" },
      { protect: false, removal: "remove" },
    ],
  );
  const place = { partition: "aws", account: "111122223333", region: "eu-west-1", suffix: "amazonaws.com" };
  const protectedOnes = await askedBy(async () =>
    deployStacks(stacksOf(folder, place), { place, isProtected: true, setting: () => undefined }),
  );
  assert.deepEqual(
    [protectedOnes, deployed].map((asked) => stacks(asked).map(({ isProtected }) => isProtected)),
    [
      [true, true],
      [false, false],
    ],
  );
});

test("a stage that stands by cdk deploy is refused, with the tag or from before the tag", async () => {
  for (const tags of [{ door: "cdk" }, { project: "talent-window" }]) {
    as("trial");
    await assert.rejects(
      askedBy(config.run, { "window-trial-data": tags }),
      /stage trial was deployed by cdk: deploy and remove it there/,
    );
  }
});

test("sst dev runs the local window and asks the cloud for nothing", async () => {
  as("me", true);
  const asked = await askedBy(config.run);
  assert.deepEqual([...stacks(asked), ...objects(asked)], []);
  assert.deepEqual(commands, [{ title: "Window", command: "npm start" }]);
});

test("sst dev on a deployed stage is refused, because it would remove it", async () => {
  as("trial", true);
  await assert.rejects(askedBy(config.run, { "window-trial-data": { door: "sst" } }), /would remove it/);
});
