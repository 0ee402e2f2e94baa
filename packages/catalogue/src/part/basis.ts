import type { Text } from "@window/domain/text.ts";

type Mark = "official" | "mirror" | "press";

/** The day the sources of this catalogue were last looked at. */
const VERIFIED = "2026-11-22";

export const basis = (mark: Mark, title: Text, document: string, note?: Text) => ({
  title,
  document,
  mark,
  verifiedOn: VERIFIED,
  ...(note === undefined ? {} : { note }),
});

/** The newspaper article about the first day, of which only facts are used: its re-posted text is corrupted. */
export const launchReport = (note?: Text) =>
  basis(
    "press",
    {
      zh: "海南自由贸易港人才服务“单一窗口”启动运行的报道",
      en: "Report on the opening of the talent service single window",
    },
    "新海南客户端、南海网、南国都市报（2024-04-27 转载）",
    note,
  );

/** Nothing was found: this house proposes it, and the competent authority has to confirm it. */
export const proposed = (note: Text) => ({
  title: { zh: "示例，待主管部门确认", en: "An example, to be confirmed by the competent authority" },
  document: "示例",
  mark: "proposed",
  verifiedOn: VERIFIED,
  note,
});
