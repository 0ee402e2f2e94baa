import { wayOfACaseSuite } from "../contract/way-of-a-case.suite.ts";
import { cloudShelves, twinTables } from "./shelves.ts";

// A call takes milliseconds here, so the process is cut off at every eleventh; the local window is at every one.
wayOfACaseSuite(
  "AWS",
  async () => {
    const tables = await twinTables();
    return async (clocks) => ({ ...cloudShelves(clocks, tables), close: () => Promise.resolve() });
  },
  11,
);
