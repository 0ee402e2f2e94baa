import { Instant } from "@window/domain/instant.ts";
import type { Marks } from "@window/domain/port/marks.ts";
import * as z from "zod";
import type { DataFolder } from "./data-folder.ts";

const Until = z.coerce.number().pipe(Instant);

export const openMarks = ({ settings }: DataFolder): Marks => ({
  async get(name) {
    const until = settings.get(`mark-${name}`);
    return until === undefined ? undefined : Until.parse(until);
  },
  put: (name, until) => settings.put(`mark-${name}`, String(until)),
});
