import * as z from "zod";

/** What the processes of a measurement tell each other. */
export const Ready = z.object({ origin: z.string(), tokenUrl: z.string() });

export const Usage = z.object({ cpuMilliseconds: z.number(), residentBytes: z.number() });
export type Usage = z.infer<typeof Usage>;

/** What the heap of JavaScript still holds right after it was collected, and all that the process has of the machine. */
export const Held = z.object({ heapBytes: z.number(), residentBytes: z.number() });
export type Held = z.infer<typeof Held>;

/** What is found in the window's data after a measurement. */
export const Audited = z.object({
  streams: z.int(),
  commits: z.int(),
  decided: z.int(),
  issued: z.int(),
  delivered: z.int(),
  brokenChains: z.int(),
  differingViews: z.int(),
});
export type Audited = z.infer<typeof Audited>;

/** A callback was answered: the case it decided, and when (milliseconds since 1970, with fractions). */
export const Decided = z.array(z.tuple([z.string(), z.number()]));

export const ReceiverReady = z.object({ url: z.url() });
export const ReceiverCount = z.object({ webhooks: z.int(), repeated: z.int() });
