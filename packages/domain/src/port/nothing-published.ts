/**
 * Thrown by the catalogue until the first import of what was shipped has ended: a window without a calendar offers nothing,
 * and whoever asks may ask again. A stage in the cloud is so for at most five minutes after its first deploy.
 */
export class NothingPublished extends Error {
  override readonly name = "NothingPublished";
  constructor() {
    super("no calendar has been published yet");
  }
}
