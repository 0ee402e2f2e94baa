import { DeleteObjectsCommand, ListObjectVersionsCommand } from "@aws-sdk/client-s3";
import type { Objects } from "@window/domain/port/objects.ts";
import type { Bucket } from "./bucket.ts";
import { pathOf } from "./object-path.ts";

export const openErasing = ({ client, name: Bucket }: Bucket): Pick<Objects, "erase"> => ({
  async erase(application, document) {
    // Ids of documents are of one length, so none begins like another.
    const Prefix = document === undefined ? `${application}/` : pathOf({ application, document });
    // Read from the start until nothing is left: every round removes what it has read.
    for (;;) {
      const page = await client.send(new ListObjectVersionsCommand({ Bucket, Prefix }));
      const Objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key, VersionId }) => ({
        Key,
        VersionId,
      }));
      if (Objects.length === 0) return;
      const { Errors = [] } = await client.send(
        new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
      );
      const [first] = Errors;
      if (first !== undefined)
        throw new Error(`a document version was not erased: ${first.Code ?? "unknown"}`);
    }
  },
});
