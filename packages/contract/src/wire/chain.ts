import { FeedHour } from "@window/domain/feed.ts";
import { ChainFile } from "@window/domain/root/chain-file.ts";
import { Root } from "@window/domain/root/root.ts";
import * as z from "zod";

/** A chain as it is checked offline (`npm run check-chain`): its commits stand there exactly as they were hashed. */
export const Chain = ChainFile;

/** A root as anybody may keep it, to hold the window to it later. */
export const PublishedRoot = z.object({
  hour: FeedHour,
  /** Compact JWS (ES256), type `talent-root+jws`. */
  signed: z.string(),
  root: Root,
});
