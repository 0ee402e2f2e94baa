import type { Language } from "@window/domain/text.ts";
import type { Context, Env, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { PortalDeps } from "./deps.ts";
import { address, doorAddress, nextDayAddress } from "./page/address.ts";
import { SeeAsPage } from "./page/see-as.tsx";
import { respond } from "./respond.ts";
import { isFromHere } from "./is-from-here.ts";
import { readTyped } from "./typed.ts";

/** A form with one day in it. */
const MOST_BYTES = 1024;

const languages: readonly Language[] = ["zh", "en"];

type Refuse = (context: Context) => Promise<Response>;

/** What can be seen through every door; absent where nothing is prepared. */
const addDoors = <E extends Env>(portal: Hono<E>, deps: PortalDeps, refuse: Refuse): void => {
  const { stage, people = [] } = deps.demonstration ?? {};
  for (const door of stage?.doors ?? [])
    for (const language of languages)
      portal.get(doorAddress(language, door.id), async (context) => {
        const person = people.find(({ id }) => id === door.person);
        const seen = await stage?.see(door.id, context.req.query("case"));
        if (seen === undefined || person === undefined) return refuse(context);
        const offer = await deps.catalogue.current();
        return respond(
          <SeeAsPage door={door} person={person} seen={seen} offer={offer} language={language} />,
        );
      });
};

/** The pages of a demonstration: its doors, and the button that moves its clock. */
export const addStage = <E extends Env>(portal: Hono<E>, deps: PortalDeps, refuse: Refuse): void => {
  const stage = deps.demonstration?.stage;
  if (stage === undefined) return;
  addDoors(portal, deps, refuse);
  const limited = bodyLimit({ maxSize: MOST_BYTES, onError: refuse });
  for (const language of languages)
    portal.post(nextDayAddress(language), limited, async (context) => {
      const typed = isFromHere(context.req.raw) ? await readTyped(context.req) : undefined;
      if (typed === undefined) return refuse(context);
      await stage.nextWorkingDay(typed("after"));
      return new Response(null, { status: 303, headers: { location: `${address(language, "start")}#day` } });
    });
};
