import { SmsAccount } from "@window/node/sms-account.ts";
import * as z from "zod";

const Endpoint = z.object({ url: z.url(), sending: z.array(z.string()), receiving: z.array(z.string()) });

/** A point between two side effects: right before the `number`th (1 …) of its kind since the process began. */
export const Point = z.object({ kind: z.string(), number: z.int().positive() });
export type Point = z.infer<typeof Point>;

/** What a window under test is told, as its only argument. */
export const Orders = z.object({
  /** Path of the bundle that `npm start` runs. */
  bundle: z.string(),
  folder: z.string(),
  port: z.int(),
  endpoints: z.record(z.string(), Endpoint),
  /** A text-message gateway; without one people are called. */
  sms: SmsAccount.exactOptional(),
  /** Where it kills itself (SIGKILL). */
  dieAt: Point.exactOptional(),
  /** Opens `POST /door/clock`. */
  door: z.boolean().exactOptional(),
  /** Once it has started, so many of a hundred commits are refused, each as a disk or a lock refuses them. */
  refuses: z.object({ percent: z.int(), seed: z.int() }).exactOptional(),
});
export type Orders = z.infer<typeof Orders>;

/** How many side effects of each kind there were. */
export const Effects = z.record(z.string(), z.int());
export type Effects = z.infer<typeof Effects>;

/** What it says over the channel to its parent. */
export const Said = z.union([
  /** It has answered somebody; milliseconds since its process began, of the wall and of processor. */
  z.object({ ready: z.object({ milliseconds: z.number(), processor: z.number() }) }),
  /** Nothing is under way, and it does not kill itself any more. */
  z.object({ settled: Effects }),
]);
export type Said = z.infer<typeof Said>;
export type Ready = Extract<Said, { ready: unknown }>["ready"];
