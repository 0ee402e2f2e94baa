import { GetObjectCommand } from "@aws-sdk/client-s3";
import type { Objects } from "@window/domain/port/objects.ts";
import type { Bucket } from "./bucket.ts";
import { pathOf } from "./object-path.ts";
import { isAbsent } from "./absent-version.ts";

export const openReading = ({ client, name: Bucket }: Bucket): Pick<Objects, "read"> => ({
  async read(key, VersionId) {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: pathOf(key), VersionId }));
      return await Body?.transformToByteArray();
    } catch (fault) {
      if (!isAbsent(fault)) throw fault;
      return undefined;
    }
  },
});
