import { stuckCaseSuite } from "../contract/stuck-case.suite.ts";
import { wayOfACaseSuite } from "../contract/way-of-a-case.suite.ts";
import { cloudShelves, twinTables } from "./shelves.ts";

const place = async () => {
  const tables = await twinTables();
  return async (clocks: Parameters<typeof cloudShelves>[0]) => ({
    ...cloudShelves(clocks, tables),
    close: () => Promise.resolve(),
  });
};

// A call takes milliseconds here, so the process is cut off at every eleventh; the local window is at every one.
wayOfACaseSuite("AWS", place, 11);
stuckCaseSuite("AWS", place);
