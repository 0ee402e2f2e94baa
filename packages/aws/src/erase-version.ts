import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import type { Objects } from "@window/domain/port/objects.ts";
import { isAbsent } from "./absent-version.ts";
import type { Bucket } from "./bucket.ts";
import { pathOf } from "./object-path.ts";

/** Named with its version, so that nothing but it goes and no marker takes its place. */
export const openErasingVersions = ({ client, name: Bucket }: Bucket): Pick<Objects, "eraseVersion"> => ({
  async eraseVersion(key, VersionId) {
    try {
      await client.send(new DeleteObjectCommand({ Bucket, Key: pathOf(key), VersionId }));
    } catch (fault) {
      if (!isAbsent(fault)) throw fault;
    }
  },
});
