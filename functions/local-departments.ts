/** The departments of the demonstration: servers on this machine that take webhooks and answer by signed callback. */
import { createDepartment, type Department } from "@window/department-kit/department.ts";
import { DepartmentId } from "@window/domain/place/department.ts";
import type { Endpoint } from "@window/domain/port/endpoints.ts";
import type { DataFolder } from "@window/local/data-folder.ts";
import type { LocalEndpoints } from "@window/local/endpoints.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";
import { join } from "node:path";

type Options = Parameters<typeof createDepartment>[0];
export type Decide = (department: DepartmentId) => Options["decide"];

/** Long enough to see the case wait for somebody, short enough to watch; the housing office is the slow one. */
const THINKING_MILLISECONDS = 1500;
const SLOW_MILLISECONDS = 4000;
const SLOW = "dept_housing-office";

/** Its system is down for good: nobody listens there, so that what it is asked is seen to reach its worklist. */
const UNREACHABLE = "dept_civil-service";

/** They agree to everything; who wants a refusal configures endpoints of their own. */
export const agree: Decide = (department) => () => ({
  answer: { outcome: "agree", reasons: [] },
  afterMilliseconds: department === SLOW ? SLOW_MILLISECONDS : THINKING_MILLISECONDS,
});

/** Starts a simulated department for each id and tells the window where it is; its journal lies in the data folder. */
export const openDepartments = async (
  folder: DataFolder,
  endpoints: LocalEndpoints,
  ids: readonly DepartmentId[],
  decide: Decide,
): Promise<ReadonlyMap<string, Department>> => {
  const departments = new Map<string, Department>();
  for (const id of ids) {
    const sending = newWebhookSecret(folder.key(`sending/${id}`));
    const receiving = newWebhookSecret(folder.key(`receiving/${id}`));
    if (id === UNREACHABLE) {
      await endpoints.configure(id, {
        url: "http://127.0.0.1:9/",
        sending: [sending],
        receiving: [receiving],
      });
      continue;
    }
    const department = await createDepartment({
      source: `urn:talent-window:demonstration:${id}`,
      endpointSecrets: [sending],
      receivingSecret: receiving,
      decide: decide(id),
      journalFile: join(folder.place("departments"), `${id}.jsonl`),
    });
    departments.set(id, department);
    await endpoints.configure(id, { url: department.url, sending: [sending], receiving: [receiving] });
  }
  return departments;
};

/** Departments that somebody else plays. */
export const configure = async (
  endpoints: LocalEndpoints,
  given: Readonly<Record<string, Endpoint>>,
): Promise<void> => {
  for (const [id, endpoint] of Object.entries(given))
    await endpoints.configure(DepartmentId.parse(id), endpoint);
};
