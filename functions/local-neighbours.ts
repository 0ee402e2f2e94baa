/** Departments, a register and a text-message gateway of the demonstration, beside the window: none where somebody else plays them. */
import type { Department } from "@window/department-kit/department.ts";
import type { Endpoint } from "@window/domain/port/endpoints.ts";
import type { DataFolder } from "@window/local/data-folder.ts";
import { agree, configure, openDepartments, type Decide } from "./local-departments.ts";
import type { LocalPorts, Reach } from "./local-ports.ts";
import { openChannels } from "./local-channels.ts";
import { openRegister } from "./local-registers.ts";

export interface NeighbourOptions {
  /** Departments that are somewhere else; without them simulated ones are started. */
  readonly endpoints?: Readonly<Record<string, Endpoint>>;
  /** What the simulated departments do; they agree unless given. */
  readonly decide?: Decide;
  /** `none`: there are no departments and no register beside the window. */
  readonly demonstration?: "cases" | "people" | "none";
}

export interface Neighbours {
  readonly departments: ReadonlyMap<string, Department>;
  close(): Promise<void>;
}

export const openNeighbours = async (
  folder: DataFolder,
  { catalogue, endpoints, origin }: Pick<LocalPorts, "catalogue" | "endpoints" | "origin">,
  { registers, channels }: Reach,
  options: NeighbourOptions,
): Promise<Neighbours> => {
  if (options.endpoints !== undefined || options.demonstration === "none") {
    await configure(endpoints, options.endpoints ?? {});
    return { departments: new Map(), close: () => Promise.resolve() };
  }
  const known = (await catalogue.current()).departments;
  const ids = known.filter(({ delivery }) => delivery.kind === "webhook").map(({ id }) => id);
  const departments = await openDepartments(folder, endpoints, ids, options.decide ?? agree);
  const register = await openRegister(folder, registers);
  const gateway = await openChannels(folder, origin, channels);
  return {
    departments,
    async close() {
      for (const department of departments.values()) await department.close();
      await register.close();
      await gateway.close();
    },
  };
};
