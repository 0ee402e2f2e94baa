/** Roots of the log. The clients of S3 and of the key service are loaded when a root is first read or made. */
import { environment } from "@window/aws/names.ts";
import type { RootSigner } from "@window/domain/port/root-signer.ts";
import type { Roots } from "@window/domain/port/roots.ts";
import { isSet, need, once } from "./aws-env.ts";

export const roots = (): Roots => {
  const open = once(async () => {
    const { bucketNamed } = await import("@window/aws/bucket.ts");
    const { openRoots } = await import("@window/aws/roots.ts");
    return openRoots(bucketNamed(need(environment.roots), isSet(environment.pathStyle)));
  });
  return {
    put: async (signed) => (await open()).put(signed),
    from: async (hour) => (await open()).from(hour),
    putLeaves: async (head, leaves) => (await open()).putLeaves(head, leaves),
    leaves: async (head) => (await open()).leaves(head),
  };
};

export const rootSigner = (): RootSigner => {
  const open = once(async () => {
    const { openRootSigner } = await import("@window/aws/root-signer.ts");
    const { keyService } = await import("@window/aws/key-service.ts");
    return openRootSigner({ client: keyService(), ids: need(environment.rootKeys).split(" ") });
  });
  return {
    sign: async (root) => (await open()).sign(root),
    keys: async () => (await open()).keys(),
  };
};
