import type { DepartmentId } from "@window/domain/place/department.ts";
import type { Endpoint, Endpoints } from "@window/domain/port/endpoints.ts";
import { openText, sealText } from "@window/node/cipher.ts";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";

export interface LocalEndpoints extends Endpoints {
  /** Where a department is called from now on; undefined takes its endpoint away. Resolves when it is on the disk. */
  configure(department: DepartmentId, endpoint: Endpoint | undefined): Promise<void>;
}

const Secrets = z.array(z.string()).min(1);
const Configured = z.object({ url: z.url(), sending: Secrets, receiving: Secrets });

const Row = z.object({ content: z.string() }).optional();

export const openEndpoints = ({ database, commits, key }: DataFolder): LocalEndpoints => {
  database.exec(
    "CREATE TABLE IF NOT EXISTS endpoint (department TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT",
  );
  const select = database.prepare("SELECT content FROM endpoint WHERE department = ?");
  const remove = database.prepare("DELETE FROM endpoint WHERE department = ?");
  const upsert = database.prepare(`
    INSERT INTO endpoint (department, content) VALUES (?, ?)
    ON CONFLICT (department) DO UPDATE SET content = excluded.content`);
  const secrets = key("endpoints");
  /** Read once: only this process changes them. */
  const known = new Map<DepartmentId, Endpoint | undefined>();

  const read = (department: DepartmentId): Endpoint | undefined => {
    const row = Row.parse(select.get(department));
    return row && Configured.parse(JSON.parse(openText(secrets, department, row.content)));
  };
  return {
    async of(department) {
      if (!known.has(department)) known.set(department, read(department));
      return known.get(department);
    },
    async configure(department, endpoint) {
      const content = endpoint && sealText(secrets, department, JSON.stringify(Configured.parse(endpoint)));
      await commits.write(() =>
        content === undefined ? remove.run(department) : upsert.run(department, content),
      );
      known.delete(department);
    },
  };
};
