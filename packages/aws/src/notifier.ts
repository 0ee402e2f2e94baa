import type { Notifier } from "@window/domain/port/notifier.ts";
import { openNotifier as openOutside, type NotifierSettings } from "@window/node/notifier.ts";
import { channelsOf, type ChannelSecrets } from "./channels.ts";

/** Mail server and gateway as the stage's secrets have them. */
export const openNotifier = (
  secrets: ChannelSecrets,
  settings: Omit<NotifierSettings, "mail" | "sms">,
): Notifier => openOutside({ ...settings, ...channelsOf(secrets) });
