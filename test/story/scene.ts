import type { Department } from "@window/department-kit/department.ts";
import type { CaseId, ApplicationId, CaseNumber } from "@window/domain/id.ts";
import type { DepartmentId } from "@window/domain/place/department.ts";
import type { Text } from "@window/domain/text.ts";
import { eventually } from "../kit/eventually.ts";
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

/** Looks until there is something to see. Throws StoryBroken when there is nothing in ten seconds. */
export const sooner = async <Seen>(what: string, look: () => Promise<Seen | undefined>): Promise<Seen> => {
  const seen = await eventually(look, (found) => found !== undefined);
  if (seen === undefined) throw new StoryBroken(`${what} did not happen in ten seconds`);
  return seen;
};
