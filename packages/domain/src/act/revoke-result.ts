import type { ApplicationState } from "../application/application.ts";
import type { ApplicationRefusal, RevocationReason } from "../application/command.ts";
import { application } from "../application/decide.ts";
import type { Request } from "../commit.ts";
import type { ResultId } from "../id.ts";
import type { Ledger, Performed } from "../perform.ts";
import { always, perform } from "../perform.ts";
import { applicationOf } from "./issue-result.ts";

/** A supervisor takes a result back (行政许可法 art. 69 where it is a permit); it stands on the revocation list from then on. */
export const revokeResult = (
  deps: Ledger,
  { result, reason }: { readonly result: ResultId; readonly reason: RevocationReason },
  request: Request,
): Promise<Performed<ApplicationState, ApplicationRefusal>> =>
  perform(
    deps,
    application,
    applicationOf(result),
    always({ type: "revoke-result", reason } as const),
    request,
  );
