import type { Department } from "@window/department-kit/department.ts";
import type { CaseId, ApplicationId, CaseNumber } from "@window/domain/id.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
import type { Text } from "@window/domain/text.ts";
import { setTimeout as pause } from "node:timers/promises";
import type { OwnInput } from "./own-input.ts";
import type { Teller } from "./teller.ts";
import { StoryBroken } from "./teller.ts";
import type { Visitor } from "./visitor.ts";

/** A department as the story plays it: a server of its own, with the two secrets it shares with the window. */
export type StoryDepartment = {
  readonly id: DepartmentId;
  readonly name: Text;
  readonly desk: Department;
  readonly endpointSecret: string;
  readonly receivingSecret: string;
};

/** Who and what is on the stage. */
export type Scene = {
  readonly teller: Teller;
  readonly visitor: Visitor;
  readonly input: OwnInput;
  readonly departments: readonly StoryDepartment[];
  /** An access token for one of the demonstration people. */
  readonly token: (person: string) => Promise<string>;
};

/** What the applicant has in hand after submitting. */
export type Submitted = {
  readonly application: ApplicationId;
  readonly case: CaseId;
  readonly number: CaseNumber;
  readonly queryCode: string;
};

export const APPLICANT = "maria-santos";
export const SOMEBODY_ELSE = "li-jing";

const BETWEEN_LOOKS = 50;
const PATIENCE = 30_000;

/**
 * Looks again and again, as somebody with nothing but HTTP has to, until there is something to see.
 * Throws StoryBroken after 30 seconds.
 */
export const sooner = async <Seen>(what: string, look: () => Promise<Seen | undefined>): Promise<Seen> => {
  for (let waited = 0; waited < PATIENCE; waited += BETWEEN_LOOKS) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await pause(BETWEEN_LOOKS);
  }
  throw new StoryBroken(`${what} did not happen within ${PATIENCE / 1000} seconds`);
};
