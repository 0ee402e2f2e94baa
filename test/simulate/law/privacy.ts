import type { Application } from "@window/domain/application/application.ts";
import type { ViewRow } from "@window/domain/view.ts";
import { EMAIL, MOBILE, NAME, PASSPORT } from "../applicant.ts";
import type { Ledgers } from "../ledgers.ts";
import type { World } from "../world.ts";

const isOf = ({ application, cases }: Application, { aggregate }: ViewRow): boolean =>
  aggregate === application || cases.some((opened) => opened.case === aggregate);

/** What is sealed stays sealed, and what is erased is gone: key, papers, rows. */
export const privacyLaw = ({ shelves, heard }: World, { applications }: Ledgers): readonly string[] => {
  const wrong: string[] = [];
  const written = JSON.stringify([[...shelves.store.streams.values()], shelves.views.all(), heard]);
  if ([NAME, PASSPORT, MOBILE, EMAIL, "must stay sealed"].some((text) => written.includes(text)))
    wrong.push("a sealed text is readable");
  for (const { state } of applications.filter(({ state: { erased } }) => erased)) {
    const id = state.application;
    if (!shelves.vault.isErased(id)) wrong.push(`${id} still has its key`);
    if ([...shelves.objects.held.keys()].some((name) => name.startsWith(id)))
      wrong.push(`${id} still has papers`);
    const listed = shelves.views
      .all()
      .find((row) => isOf(state, row) && row.partition !== undefined && row.view !== "revocations");
    if (listed !== undefined) wrong.push(`${id} is still listed in ${listed.view}`);
  }
  return wrong;
};
