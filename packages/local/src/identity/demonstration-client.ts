/** The client whose name stands in the demonstration's curl lines; it has no secret because it guards nothing. */
export const DEMONSTRATION_CLIENT = "demonstration";

/** Lets `curl` be one of the demonstration people. It is nowhere but in the local window; a law holds that. */
export const DEMONSTRATION_GRANT = "urn:talent-window:grant:demonstration";
