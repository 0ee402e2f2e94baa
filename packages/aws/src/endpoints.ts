import type { Endpoints as Port } from "@window/domain/port/endpoints.ts";
import type { Endpoints } from "./secrets.ts";

export const openEndpoints = (secret: () => Promise<Endpoints>): Port => ({
  of: async (department) => (await secret())[department],
});
