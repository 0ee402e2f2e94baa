import type { RegisterId } from "@window/domain/item/verification.ts";
import type { Secret } from "./secret.ts";

/** Where a register is asked, from the stage's secret. */
export const registerEndpoints =
  (secret: () => Promise<Secret>) =>
  async (register: RegisterId): Promise<NonNullable<Secret["registers"]>[RegisterId] | undefined> =>
    (await secret()).registers?.[register];
