import type { Registers as Port } from "@window/domain/port/registers.ts";
import { httpRegisters, type RegisterSettings } from "@window/node/http-registers.ts";
import { registerEndpoints } from "./register-endpoints.ts";
import type { Registers } from "./secrets.ts";

/** Registers where the stage's secret says they are. */
export const openRegisters = (
  secret: () => Promise<Registers>,
  settings: Omit<RegisterSettings, "endpointOf">,
): Port => httpRegisters({ ...settings, endpointOf: registerEndpoints(secret) });
