import { peopleSuite } from "../contract/people.suite.ts";
import { rebuildSuite } from "../contract/rebuild.suite.ts";
import { stuckCaseSuite } from "../contract/stuck-case.suite.ts";
import { wayOfACaseSuite } from "../contract/way-of-a-case.suite.ts";
import { cloudPlace as place } from "./shelves.ts";

// A call takes milliseconds here, so the process is cut off at every eleventh; the local window is at every one.
wayOfACaseSuite("AWS", place, 11);
stuckCaseSuite("AWS", place);
rebuildSuite("AWS", place);
peopleSuite("AWS", place);
