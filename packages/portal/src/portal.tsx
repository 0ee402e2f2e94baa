import type { Language } from "@window/domain/text.ts";
import { Hono } from "hono";
import type { PortalDeps } from "./deps.ts";
import { respond } from "./respond.ts";
import { StartPage } from "./page/start.tsx";

const languages: readonly Language[] = ["zh", "en"];

/** The pages of the window as one Hono app; every page is complete without JavaScript. */
export const createPortal = (deps: PortalDeps): Hono => {
  const portal = new Hono();
  portal.get("/", () => respond(<StartPage deps={deps} language="zh" />));
  for (const language of languages)
    portal.get(`/${language}`, () => respond(<StartPage deps={deps} language={language} />));
  return portal;
};
