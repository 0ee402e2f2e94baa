import type { RegisterId } from "@window/domain/item/verification.ts";
import type { Registers } from "@window/domain/port/registers.ts";
import { httpRegisters, type RegisterEndpoint, type RegisterSettings } from "@window/node/http-registers.ts";

/** Where registers are; filled while the window starts, because what runs beside it has its address by then. */
export type Known = Map<string, RegisterEndpoint>;

type Settings = Pick<RegisterSettings, "clock" | "deadlineMilliseconds">;

/** Registers of a demonstration are on this machine too. */
export const openRegisters = (known: Known, settings: Settings): Registers =>
  httpRegisters({
    ...settings,
    endpointOf: async (register: RegisterId) => known.get(register),
    allowLoopback: true,
  });
