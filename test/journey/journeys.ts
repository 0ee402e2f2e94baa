import { answeredInWorklist, linkedOnly, outOfSeason, permitThenResidence } from "./by-departments.ts";
import { decidedOnCommitments, decidedOnTheSpot, recognisedByClass } from "./on-the-spot.ts";
import { answeredAgain } from "./answered-twice.ts";
import { handedDown } from "./devolution.ts";
import { guardianConsents, noChildAlone } from "./children.ts";
import { expectedOnly, warnedOverdueAndLate } from "./deadlines.ts";
import { grantedByBoth, seenOnTheWay } from "./happy-path.ts";
import { chainChecked } from "./own-chain.ts";
import { openingsShown } from "./openings.ts";
import { limitChanged, wronglyPublished } from "./publishing.ts";
import { refusedByFirst, refusedBySecond } from "./refusal.ts";
import { notReadByDepartments, readByDepartments } from "./referred-documents.ts";
import { draftedTogether, grantedTogether, refusedTogether } from "./bundle.ts";
import { takenBack } from "./revocation.ts";
import { decidedWhileRegisterIsDown, verifiedByRegisters } from "./verification.ts";
import { resumedByOperator } from "./stuck.ts";
import { foundByNumber, lookedUpOnce, notFoundElsewhere, wronglyLookedUp } from "./finding.ts";
import { afterErasure, afterRemoval, afterSubmission } from "./late-forms.ts";
import { notReused, originalSeen, reused } from "./reuse.ts";
import { calledAfterEveryWay, calledByWindow, toldByMail, toldByText, wronglyReported } from "./telling.ts";
import type { TestedWindow } from "./tested-window.ts";
import {
  erased,
  notWithdrawnOnceDecided,
  withdrawnAsDraft,
  withdrawnWhileFirstIsAsked,
  withdrawnWhileSecondIsAsked,
} from "./withdrawal.ts";

export type Stories = Readonly<Record<string, (window: TestedWindow) => Promise<void>>>;

/** Every journey by the sentence it proves, in an order in which the clock only moves forward. */
export const journeys: Stories = {
  "an applicant takes the chain of a case home, and finds what anybody changed in it": chainChecked,
  "two departments agree one after the other, and a stranger verifies the certificate": grantedByBoth,
  "owner, department and stranger each see what is theirs while a case goes through": seenOnTheWay,
  "the applicant sees who of the staff opened the case, of which office and what for": openingsShown,
  "the second department refuses, and the applicant reads why and how to object": refusedBySecond,
  "the first department refuses, and nobody else is asked": refusedByFirst,
  "a draft is withdrawn": withdrawnAsDraft,
  "a case is withdrawn while the first department is asked, whose answer is kept": withdrawnWhileFirstIsAsked,
  "a case is withdrawn while the second department is asked": withdrawnWhileSecondIsAsked,
  "a case that is decided cannot be withdrawn": notWithdrawnOnceDecided,
  "a draft is erased when its owner wants it, a running case is not": erased,
  "a form handed out before erasure stores nothing that stays, and is not handed out again": afterErasure,
  "a form of a document that was removed stores nothing that stays": afterRemoval,
  "a form used again after the submission changes and leaves nothing": afterSubmission,
  "an applicant is told by text message what happens, and sees when, where to and that it arrived":
    toldByText,
  "a foreigner without a mainland number is told by mail, in the language chosen": toldByMail,
  "whoever left no contact stands on the call list of the window until somebody has reached them":
    calledByWindow,
  "whom neither text message nor mail reaches is called": calledAfterEveryWay,
  "a report that is forged, old, doubled, late or about nothing changes nothing": wronglyReported,
  "registers say what matches, what does not and what they do not have": verifiedByRegisters,
  "a register that is down is shown as down, and the case is decided all the same":
    decidedWhileRegisterIsDown,
  "several items in one application are decided each by itself, in their order, and come out together":
    grantedTogether,
  "a refusal in a bundle takes along what cannot be without it, and holds up nothing else": refusedTogether,
  "a bundle is begun once, and only with items it has": draftedTogether,
  "a paper of an earlier application serves again without an upload": reused,
  "nobody reuses somebody else's paper, and whoever cannot reuse their own learns why": notReused,
  "a paper that a clerk has compared with its original is believed more, also when it serves again":
    originalSeen,
  "a department reads the papers its step needs, as long as it is to answer": readByDepartments,
  "nobody reads the papers of a referral that is not theirs, or of a case that was taken back":
    notReadByDepartments,
  "a repeated answer gets its first outcome, a second one is refused and kept": answeredAgain,
  "a supervisor revokes a result, and whoever verifies it is told": takenBack,
  "a case whose departments could not be asked goes on when an operator says so": resumedByOperator,
  "a window decides a delegated case on the spot, and the certificate names it": decidedOnTheSpot,
  "what cannot be verified is decided when applicant and employer have each signed": decidedOnCommitments,
  "a clerk finds a person's cases by the number of their card, and drafts and other people's never":
    foundByNumber,
  "a clerk does not find what is with another window": notFoundElsewhere,
  "a look-up repeated under its key shows what it showed": lookedUpOnce,
  "a wrong number is not looked up, and nobody but a clerk looks anybody up": wronglyLookedUp,
  "the class decides the kind of a recognition, and a clerk changes it with a reason": recognisedByClass,
  "an application out of season is refused with the dates of the seasons": outOfSeason,
  "facts about a child under fourteen are kept once a guardian has consented, and not before":
    guardianConsents,
  "a child under fourteen does not apply alone": noChildAlone,
  "a department without a system answers in its worklist, once": answeredInWorklist,
  "the employer gets a permit, the foreigner enters and applies for residence in person": permitThenResidence,
  "an item that is handled elsewhere is answered with a link": linkedOnly,
  "an operator is told what is wrong with an edition, and two of them do not overwrite each other":
    wronglyPublished,
  "a power is handed down to a window from a day on, and new cases are delegated, without code": handedDown,
  "an operator publishes another limit from a day on; new cases have it, older ones keep theirs":
    limitChanged,
  "a case is warned and overdue by the clock, and a late answer still counts": warnedOverdueAndLate,
  "dates that rest on an unpublished calendar are marked as expected": expectedOnly,
};
