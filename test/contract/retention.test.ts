import { localPlace } from "./local-shelves.ts";
import { retentionSuite } from "./retention.suite.ts";

retentionSuite("the local window", localPlace);
