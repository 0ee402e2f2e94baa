import * as z from "zod";
import { NoticeId } from "../id.ts";
import { Channel } from "./occasion.ts";

/** One attempt to be made: the `attempt`th (1 …) to tell one notice. */
export const Errand = z.object({ notice: NoticeId, channel: Channel, attempt: z.int().positive() });
export type Errand = z.infer<typeof Errand>;
