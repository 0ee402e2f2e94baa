/** The registers of the demonstration: a server on this machine that answers signed questions. */
import type { DataFolder } from "@window/local/data-folder.ts";
import {
  openDemonstrationRegister,
  type DemonstrationRegister,
} from "@window/local/demonstration-register.ts";
import { wireClock } from "@window/local/wire-clock.ts";
import type { RegisterEndpoint } from "@window/node/http-registers.ts";
import { newWebhookSecret } from "@window/node/webhook-signature.ts";

/** Starts them and tells the window where they are; registers that are somewhere else stay there. */
export const openRegister = async (
  folder: DataFolder,
  known: Map<string, RegisterEndpoint>,
): Promise<DemonstrationRegister> => {
  const secret = newWebhookSecret(folder.key("registers"));
  const opened = await openDemonstrationRegister(secret, wireClock);
  for (const register of opened.registers)
    if (!known.has(register)) known.set(register, { url: opened.url, sending: [secret] });
  return opened;
};
