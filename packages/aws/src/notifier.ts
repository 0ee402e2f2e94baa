import type { Notifier } from "@window/domain/port/notifier.ts";
import { openNotifier as openOutside, type NotifierSettings } from "@window/node/notifier.ts";
import { channelsOf } from "./channels.ts";
import type { Secret } from "./secret.ts";

/** Mail server and gateway as the stage's secret has them. */
export const openNotifier = (
  secret: () => Promise<Secret>,
  settings: Omit<NotifierSettings, "mail" | "sms">,
): Notifier => openOutside({ ...settings, ...channelsOf(secret) });
