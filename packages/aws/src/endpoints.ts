import type { Endpoints } from "@window/domain/port/endpoints.ts";
import type { Secret } from "./secret.ts";

export const openEndpoints = (secret: () => Promise<Secret>): Endpoints => ({
  of: async (department) => (await secret()).endpoints[department],
});
