import type { Instant } from "@window/domain/instant.ts";
import { applicationLaw } from "./law/application.ts";
import { caseLaw } from "./law/case.ts";
import { clockLaw } from "./law/clock.ts";
import { deliveryLaw } from "./law/delivery.ts";
import { logLaw } from "./law/log.ts";
import { noticeLaw } from "./law/notice.ts";
import { openingLaw } from "./law/opening.ts";
import { privacyLaw } from "./law/privacy.ts";
import { viewLaw } from "./law/views.ts";
import { ledgersOf } from "./ledgers.ts";
import type { World } from "./world.ts";

/** Everything that has to be true of a history that has healed; each sentence names what is not. */
export const audit = async (world: World, begun: Instant): Promise<readonly string[]> => {
  const ledgers = ledgersOf(world);
  return [
    ...logLaw(world),
    ...applicationLaw(world, ledgers),
    ...caseLaw(world, ledgers),
    ...clockLaw(world, ledgers),
    ...deliveryLaw(world, ledgers),
    ...noticeLaw(world, ledgers),
    ...privacyLaw(world, ledgers),
    ...openingLaw(world),
    // Throws the views away, so it comes last.
    ...(await viewLaw(world, begun)),
  ];
};
