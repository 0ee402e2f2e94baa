import type { RegisterId } from "@window/domain/item/verification.ts";
import type { Registers } from "./secrets.ts";

/** Where a register is asked, from the stage's secret. */
export const registerEndpoints =
  (secret: () => Promise<Registers>) =>
  async (register: RegisterId): Promise<Registers[RegisterId] | undefined> =>
    (await secret())[register];
