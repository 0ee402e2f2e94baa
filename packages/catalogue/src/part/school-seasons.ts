import { Day, startOf } from "@window/domain/day.ts";
import { HOUR, later } from "@window/domain/instant.ts";

/** Noon in Asia/Shanghai. */
const noon = (day: string) => later(startOf(Day.parse(day)), 12 * HOUR);

const example = { kind: "example" };

/** The one season with a source; the others are examples 示例 modelled on it. */
export const schoolSeasons = [
  {
    id: "haikou-2023",
    name: { zh: "海口市2023年秋季入学", en: "Haikou, autumn 2023" },
    locality: "haikou",
    opens: noon("2023-07-21"),
    closes: noon("2023-07-28"),
    answeredBy: "2023-08-14",
    provenance: { kind: "sourced", document: "海南日报 2023-07-25", verifiedOn: "2026-11-22" },
  },
  {
    id: "haikou-2027",
    name: { zh: "海口市2027年秋季入学", en: "Haikou, autumn 2027" },
    locality: "haikou",
    opens: noon("2027-07-21"),
    closes: noon("2027-07-28"),
    answeredBy: "2027-08-14",
    provenance: example,
  },
  {
    id: "sanya-2026-winter",
    name: { zh: "三亚市2026年冬季转学", en: "Sanya, transfers in winter 2026" },
    locality: "sanya",
    opens: noon("2026-11-02"),
    closes: noon("2026-12-25"),
    answeredBy: "2027-01-22",
    provenance: example,
  },
];
