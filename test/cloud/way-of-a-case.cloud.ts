import { wayOfACaseSuite } from "../contract/way-of-a-case.suite.ts";
import { cloudShelves } from "./shelves.ts";

// A call takes milliseconds here, so the process is cut off at every eleventh; the local window is at every one.
wayOfACaseSuite(
  "AWS",
  async () => async (clocks) => ({ ...cloudShelves(clocks), close: () => Promise.resolve() }),
  11,
);
