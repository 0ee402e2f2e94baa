import type { Scan } from "@window/domain/port/scanner.ts";

/** In two halves, so that no scanner takes this file for what it describes (EICAR anti-malware test file, 68 bytes). */
const TEST_STRING = Buffer.from(
  ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join(""),
);

/**
 * The scanner of the demonstration: it knows the EICAR test string, anywhere in the file as it stands, and NOTHING
 * ELSE. It finds no real malware. A province puts a real scanner behind the port.
 */
export const eicarScan: Scan = async (bytes) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(TEST_STRING)
    ? { kind: "infected", name: "EICAR-Test-File" }
    : { kind: "clean" };
