import * as z from "zod";

/**
 * How far a paper is believed (国办函〔2016〕108号, 信息分级). A: produced by the competent agency, used directly. B: compared
 * with its original by the staff of a window, reusable. C: uploaded by its owner, the original is still to be seen at a
 * window. D: made by the applicant, who promises that it is true; used directly.
 */
export const TrustLevel = z.enum(["A", "B", "C", "D"]);
export type TrustLevel = z.infer<typeof TrustLevel>;
