import type { Application } from "../application/application.ts";
import type { Case } from "../case/case.ts";
import type { Arming } from "../act/arm.ts";
import { arm } from "../act/arm.ts";
import type { Issuing } from "../act/issue-result.ts";
import { issueResult } from "../act/issue-result.ts";
import type { Linking } from "../act/open-case.ts";
import { concludeCase, eraseCase, followCase, openCase, withdrawCase } from "../act/open-case.ts";
import type { Routing } from "../act/open-round.ts";
import { completeRound, resumeRoute } from "../act/open-round.ts";
import { beginVerification } from "../act/verify-case.ts";
import { eraseNotices } from "../act/erase-notices.ts";
import type { Telling } from "../act/tell.ts";
import { tellOf } from "../act/tell.ts";
import type { NoticeEffect } from "../notice/effect.ts";
import type { Deliveries } from "../port/deliveries.ts";
import type { Objects } from "../port/objects.ts";
import type { Registers } from "../port/registers.ts";
import type { ApplicationEffect } from "./application-effect.ts";
import type { CaseEffect } from "./effect.ts";

export interface Effecting extends Linking, Issuing, Routing, Arming, Telling {
  readonly deliveries: Deliveries;
  readonly objects: Pick<Objects, "erase" | "copy">;
  readonly registers: Pick<Registers, "connected">;
}

const eraseSubject = async ({ vault, objects }: Effecting, { application }: Application): Promise<void> => {
  await vault.erase(application);
  await objects.erase(application);
};

/** A source that was erased meanwhile leaves the document awaited: its owner removes it and uploads the paper. */
const copyDocument = async (
  { objects }: Effecting,
  { application }: Application,
  { document, source }: Extract<ApplicationEffect, { kind: "copy-document" }>,
): Promise<void> => {
  await objects.copy(source, source.version, { application, document });
};

const tell = async (
  deps: Effecting,
  { application, owner, window, cases }: Application,
  { case: subject, occasion }: Extract<ApplicationEffect, { kind: "tell" }>,
): Promise<void> => {
  const about = cases.find((opened) => opened.case === subject);
  if (about !== undefined) await tellOf(deps, { ...about, application, owner, window }, occasion);
};

export const runEffectOfApplication = (
  deps: Effecting,
  now: Application,
  effect: ApplicationEffect,
): Promise<void> => {
  switch (effect.kind) {
    case "open-case":
      return openCase(deps, now, effect.case);
    case "withdraw-case":
      return withdrawCase(deps, now, effect.case);
    case "issue-result":
      return issueResult(deps, now);
    case "copy-document":
      return copyDocument(deps, now, effect);
    case "erase-document":
      return deps.objects.erase(now.application, effect.document);
    case "tell":
      return tell(deps, now, effect);
    case "erase-notices":
      return eraseNotices(deps, effect);
    case "erase-case":
      return eraseCase(deps, effect.case);
    case "erase-subject":
      return eraseSubject(deps, now);
  }
};

export const runEffectOfCase = async (deps: Effecting, now: Case, effect: CaseEffect): Promise<void> => {
  switch (effect.kind) {
    case "start-route":
      await deps.workflow.start("route", effect.name, { case: now.case });
      return;
    case "follow-case":
      return followCase(deps, now);
    case "arm":
      return arm(deps, effect.timer);
    case "disarm":
      return deps.timers.remove(effect.timer);
    case "send-referral":
      return deps.deliveries.send(effect.delivery, 0);
    case "begin-verification":
      return beginVerification(deps, now);
    case "inquire":
      return deps.deliveries.inquire(effect.inquiry, effect.wait);
    case "complete-round":
      return completeRound(deps, now, effect.round);
    case "resume-route":
      return resumeRoute(deps, now.case);
    case "conclude-case":
      return concludeCase(deps, now, effect.outcome);
    case "tell":
      return tellOf(deps, now, effect.occasion, effect.whom);
    case "erase-notices":
      return eraseNotices(deps, now);
  }
};

export const runEffectOfNotice = (deps: Effecting, effect: NoticeEffect): Promise<void> => {
  switch (effect.kind) {
    case "tell":
      return deps.deliveries.tell(effect.errand, effect.wait);
    case "arm":
      return arm(deps, effect.timer);
  }
};
