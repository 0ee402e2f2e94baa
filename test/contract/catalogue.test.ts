import { catalogueSuite } from "./catalogue.suite.ts";
import { localPlace } from "./local-shelves.ts";

catalogueSuite("the local window", localPlace);
