import type { Courier } from "@window/domain/port/courier.ts";
import { courier, type CourierSettings } from "@window/node/courier.ts";

type Settings = Pick<CourierSettings, "origin" | "clock" | "allowLoopback" | "deadlineMilliseconds">;

/** No connection rests: a function is frozen between two messages, and wakes with connections that are long dead. */
export const openCourier = (settings: Settings): Courier => courier(settings);
