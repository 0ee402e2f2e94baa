/** Answers of a window on this machine wait for the disk, whoever wrote what they tell of. */
import type { DataFolder } from "@window/local/data-folder.ts";
import type { Rooms } from "@window/local/serve.ts";

/**
 * Somebody may have read what a neighbour wrote a moment ago and a power cut could still take back, above all who repeats
 * a request whose first answer is on its way.
 */
export const synced = ({ commits }: DataFolder, { fetch, mounts }: Rooms): Rooms => ({
  mounts,
  async fetch(request, peer) {
    const response = await fetch(request, peer);
    await commits.synced();
    return response;
  },
});
