import { openApplicant } from "./applicant.ts";
import { forgotten } from "./persistent.ts";

/** People who apply at once; whoever has a certificate begins another application. */
export interface Crowd {
  /** Nobody begins any more; resolves when everybody who has begun has a certificate. Rejects when somebody cannot. */
  finish(): Promise<void>;
  /** What the window has forgotten or answered wrongly. */
  complaints(): Promise<readonly string[]>;
  readonly applications: number;
}

export const openCrowd = (origin: string, size: number): Crowd => {
  const applicants: ReturnType<typeof openApplicant>[] = [];
  let open = true;
  const queue = async (place: number): Promise<void> => {
    for (let number = 0; open; number += 1) {
      const applicant = openApplicant(origin, `${place}.${number}`);
      applicants.push(applicant);
      await applicant.goTheWholeWay();
    }
  };
  const all = Promise.all(Array.from({ length: size }, (_, place) => queue(place)));
  all.catch(() => undefined);
  return {
    async finish() {
      open = false;
      await all;
    },
    async complaints() {
      const lost = await Promise.all(applicants.map(forgotten));
      const refused = applicants.flatMap((applicant) => applicant.refused);
      return [...lost.flat(), ...refused.map((status) => `answered ${status}`)];
    },
    get applications() {
      return applicants.length;
    },
  };
};
