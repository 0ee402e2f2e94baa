import type { Courier } from "@window/domain/port/courier.ts";
import { courier, type CourierSettings } from "@window/node/courier.ts";
import { keptConnections } from "@window/node/pinned-post.ts";

type Settings = Pick<CourierSettings, "origin" | "clock" | "deadlineMilliseconds">;

/** Departments of a demonstration are on this machine too; one process posts everything, so its connections rest. */
export const openCourier = (settings: Settings): Courier =>
  courier({ ...settings, allowLoopback: true, connections: keptConnections() });
