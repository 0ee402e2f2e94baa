import type { ApplicationState } from "../application/application.ts";
import type { ApplicationCommand, ApplicationRefusal } from "../application/command.ts";
import { application } from "../application/decide.ts";
import type { HoldGround } from "../application/event.ts";
import { applicationOfCase } from "../case/case-id.ts";
import type { Request } from "../commit.ts";
import type { CaseId } from "../id.ts";
import { perform, type Ledger, type Performed } from "../perform.ts";

const NOT_THERE = { refusal: { code: "no-such-case" } } as const;

const command = async (
  deps: Ledger,
  subject: CaseId,
  request: Request,
  wanted: ApplicationCommand,
): Promise<Performed<ApplicationState, ApplicationRefusal>> => {
  const id = applicationOfCase(subject);
  if (id === undefined) return { kind: "refused", ...NOT_THERE };
  const prepare = async ({ state }: { readonly state: ApplicationState }) =>
    state?.cases.some((opened) => opened.case === subject) === true && !state.erased
      ? { command: wanted }
      : NOT_THERE;
  return perform(deps, application, id, prepare, request);
};

/**
 * Keeps a case, with the whole application it belongs to, from being erased while somebody objects to it. A case with a
 * ground already gets the new one; the other cases of the application keep theirs.
 */
export const holdCase = (deps: Ledger, subject: CaseId, ground: HoldGround, request: Request) =>
  command(deps, subject, request, { type: "hold", case: subject, ground });

/** Ends the hold; the period of the case counts anew from here, because its matter ended only now. */
export const releaseCase = (deps: Ledger, subject: CaseId, request: Request) =>
  command(deps, subject, request, { type: "release", case: subject });
