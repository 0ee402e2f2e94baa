import { GetObjectCommand } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Objects } from "@window/domain/port/objects.ts";
import type { Bucket } from "./bucket.ts";
import { pathOf } from "./object-path.ts";

/** Signs forms and links; nothing of it calls S3. */
export const openSigning = ({ client, name: Bucket }: Bucket): Pick<Objects, "presign" | "link"> => ({
  async presign(key, { type, maxBytes, seconds }) {
    const { url, fields } = await createPresignedPost(client, {
      Bucket,
      Key: pathOf(key),
      Fields: { "Content-Type": type },
      Conditions: [
        ["eq", "$Content-Type", type],
        ["content-length-range", 1, maxBytes],
      ],
      Expires: seconds,
    });
    return { url, fields };
  },

  link: (key, VersionId, seconds) => {
    const get = new GetObjectCommand({
      Bucket,
      Key: pathOf(key),
      VersionId,
      ResponseContentDisposition: "attachment",
    });
    return getSignedUrl(client, get, { expiresIn: seconds });
  },
});
