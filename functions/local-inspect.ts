/** The inspector of uploads on one machine. */
import type { Inspecting } from "@window/domain/act/inspect-upload.ts";
import { openTurns } from "@window/local/in-turns.ts";
import { clamdScan, type ClamdAddress } from "@window/node/clamd-scan.ts";
import { eicarScan } from "@window/node/eicar-scan.ts";
import { inspectDocument } from "@window/node/inspect.ts";

/** One paper after the other: one that is made to unpack without end takes its bound of memory once. */
export const openInspector = (clamd: ClamdAddress | undefined): Inspecting["inspect"] => {
  const inTurn = openTurns();
  const scan = clamd === undefined ? eicarScan : clamdScan(clamd);
  return (uploaded) => inTurn("inspector", () => inspectDocument({ ...uploaded, scan }));
};
