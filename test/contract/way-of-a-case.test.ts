import { localPlace } from "./local-shelves.ts";
import { peopleSuite } from "./people.suite.ts";
import { rebuildSuite } from "./rebuild.suite.ts";
import { stuckCaseSuite } from "./stuck-case.suite.ts";
import { wayOfACaseSuite } from "./way-of-a-case.suite.ts";

wayOfACaseSuite("the local window", localPlace);
stuckCaseSuite("the local window", localPlace);
rebuildSuite("the local window", localPlace);
peopleSuite("the local window", localPlace);
