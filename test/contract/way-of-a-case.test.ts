import { localPlace } from "./local-shelves.ts";
import { wayOfACaseSuite } from "./way-of-a-case.suite.ts";

wayOfACaseSuite("the local window", localPlace);
