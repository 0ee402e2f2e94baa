import type { Drafting } from "@window/domain/act/draft-application.ts";
import type { Bundle } from "@window/domain/item/bundle.ts";
import type { CallbackProof } from "@window/domain/port/callback-proof.ts";
import type { KeyedDigest } from "@window/domain/port/digest.ts";
import type { Endpoints } from "@window/domain/port/endpoints.ts";
import type { Marks } from "@window/domain/port/marks.ts";
import type { Objects } from "@window/domain/port/objects.ts";
import type { PersonKeys } from "@window/domain/port/person-keys.ts";
import type { Quotas } from "@window/domain/port/quotas.ts";
import type { RootSigner } from "@window/domain/port/root-signer.ts";
import type { Roots } from "@window/domain/port/roots.ts";
import type { Signer } from "@window/domain/port/signer.ts";
import type { TreeHash } from "@window/domain/port/tree-hash.ts";
import type { Views } from "@window/domain/port/views.ts";
import type { WireClock } from "@window/domain/port/wire-clock.ts";
import type { Period } from "@window/domain/retention/period.ts";
import type { TrustedIssuer } from "./bearer.ts";

/** One line of the log: codes and ids, never bodies, names or tokens. */
export type LogLine = Readonly<Record<string, string | number>>;

/** What comes with a request beside itself: the address it is counted for (client-address.ts). */
export interface Bindings {
  readonly address: string;
}

/** What the API needs of the world: the ports of the use cases it calls, and its own. */
export interface ApiDeps extends Drafting {
  readonly keyed: KeyedDigest;
  readonly personKeys: PersonKeys;
  /**
   * Shipped with the house; no operator publishes them yet. Loaded when somebody asks, because every shipped item comes
   * with them.
   */
  readonly bundles: () => Promise<readonly Bundle[]>;
  /** Shipped with the house, as its bundles are. */
  readonly periods: () => Promise<readonly Period[]>;
  readonly marks: Pick<Marks, "get">;
  readonly objects: Pick<Objects, "presign" | "link">;
  readonly signer: Signer;
  readonly roots: Pick<Roots, "from" | "leaves">;
  readonly rootSigner: Pick<RootSigner, "keys">;
  readonly treeHash: TreeHash;
  readonly views: Pick<Views, "put" | "get" | "list">;
  readonly endpoints: Endpoints;
  readonly prove: CallbackProof;
  /** What the text-message gateway signs its reports with; none where none is connected. */
  readonly gatewaySecrets: () => Promise<readonly string[]>;
  readonly wireClock: WireClock;
  /** Absent: nobody counts how often anybody asks. */
  readonly quotas?: Quotas | undefined;
  readonly issuers: readonly TrustedIssuer[];
  /** Where this window is reached, without a slash at the end. */
  readonly origin: string;
  readonly log: (line: LogLine) => void;
}
