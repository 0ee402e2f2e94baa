import { NoticeLine } from "@window/contract/wire/notice.ts";
import { placeOf } from "@window/domain/application/kept-answers.ts";
import type { ApplicationId } from "@window/domain/id.ts";
import { NoticeId } from "@window/domain/id.ts";
import { NoticeWay } from "@window/domain/notice/event.ts";
import { maskedAddress } from "@window/domain/notice/masked-address.ts";
import type { ViewRow } from "@window/domain/view.ts";
import * as z from "zod";
import type { ApiDeps } from "../api-deps.ts";
import { onTheWire } from "../page-of.ts";

const Ways = z.array(NoticeWay);

/** A row of what somebody was told, with its addresses masked; they are opened for that alone. */
export const showNotice =
  ({ vault }: Pick<ApiDeps, "vault">, application: ApplicationId) =>
  async (row: ViewRow): Promise<z.output<typeof NoticeLine>> => {
    const place = placeOf(application, NoticeId.parse(row.aggregate));
    const ways = Ways.parse(row.body["ways"]).map(async ({ channel, address }) => {
      const opened = await vault.open(place, { [channel]: address });
      const text = opened === "erased" ? undefined : opened[channel];
      return { channel, address: text === undefined ? null : maskedAddress(channel, text) };
    });
    return NoticeLine.parse({ ...onTheWire(row), ways: await Promise.all(ways) });
  };
