import { CopyObjectCommand } from "@aws-sdk/client-s3";
import type { Objects } from "@window/domain/port/objects.ts";
import { isAbsent } from "./absent-version.ts";
import type { Bucket } from "./bucket.ts";
import { pathOf } from "./object-path.ts";

/** Inside the bucket: the bytes do not pass through here, and their type comes along. */
export const openCopying = ({ client, name: Bucket }: Bucket): Pick<Objects, "copy"> => ({
  async copy(from, version, to) {
    const CopySource = `${Bucket}/${pathOf(from)}?versionId=${encodeURIComponent(version)}`;
    try {
      await client.send(new CopyObjectCommand({ Bucket, Key: pathOf(to), CopySource }));
      return "copied";
    } catch (fault) {
      if (!isAbsent(fault)) throw fault;
      return "gone";
    }
  },
});
