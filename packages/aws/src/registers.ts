import type { Registers } from "@window/domain/port/registers.ts";
import { httpRegisters, type RegisterSettings } from "@window/node/http-registers.ts";
import { registerEndpoints } from "./register-endpoints.ts";
import type { Secret } from "./secret.ts";

/** Registers where the stage's secret says they are. */
export const openRegisters = (
  secret: () => Promise<Secret>,
  settings: Omit<RegisterSettings, "endpointOf">,
): Registers => httpRegisters({ ...settings, endpointOf: registerEndpoints(secret) });
