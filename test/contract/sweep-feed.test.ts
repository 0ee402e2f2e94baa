import { localPlace } from "./local-shelves.ts";
import { sweepFeedSuite } from "./sweep-feed.suite.ts";

sweepFeedSuite("the local window", localPlace);
