import { StoreUnavailable } from "@window/domain/port/store-unavailable.ts";
import { folderFault } from "./folder-refused.ts";

/** A fault of the disk or of the database, as the ports call it; anything else stays what it is. */
export const storeFault = (fault: unknown): unknown =>
  folderFault(fault) === undefined ? fault : new StoreUnavailable(fault);

/** Work on files whose faults are the store's. */
export const onDisk = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (fault) {
    throw storeFault(fault);
  }
};
