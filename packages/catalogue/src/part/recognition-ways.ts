import { basis, proposed } from "./basis.ts";
import { example, promised } from "./limits.ts";
import { agency, ask, deliberation, onTheSpot } from "./ways.ts";

const FROM = "2026-01-01";

/** The powers as a public report describes them (domain: 2020 办法). The 2024 version could not be read. */
const powersReport = basis(
  "press",
  {
    zh: "海南自由贸易港高层次人才认定办法（2020年）",
    en: "Measures on recognising high-level talent (2020)",
  },
  "琼办发〔2020〕53号",
  {
    zh: "据公开报道；2024年版未能查阅，请以主管部门现行规定为准。",
    en: "As reported; the version of 2024 could not be read. What the competent authority currently publishes prevails.",
  },
);

const localOpinion = ask("local-opinion", "dept_talent-office", 5, {
  zh: "申请人是否符合所申报类别的认定条件？请出具初审意见。",
  en: "Does the applicant meet the conditions of the class claimed? Please give your opinion.",
});
const provincialDecision = ask("provincial-decision", "dept_talent-centre", 5, {
  zh: "是否认定申请人为所申报类别的高层次人才？",
  en: "Is the applicant to be recognised in the class claimed?",
});
const industryReview = ask("industry-review", "dept_industry-authority", 5, {
  zh: "申请人的专业水平和业绩是否与所申报类别相当？",
  en: "Do the applicant's standing and record in the field match the class claimed?",
});
const parkDecision = ask("park-decision", "dept_park-talent-office", 5, {
  zh: "是否认定申请人为所申报类别的高层次人才？认定后请将名单报省人才服务中心。",
  en: "Is the applicant to be recognised in the class claimed? The list then goes to the provincial centre.",
});
const study = ask("study", "dept_talent-centre", 10, {
  zh: "请汇总行业主管部门意见，按程序提请研究，并反馈研究结果。",
  en: "Please take the authority's view, have the case studied as the procedure says, and report what came of it.",
});
const collection = ask("collection", "dept_industry-authority", 10, {
  zh: "标准未列入的情形：申请人是否具备A、B、C类相当条件？请收集汇总后提出意见。",
  en: "Not covered by the standard: is the applicant the equal of class A, B or C? Please collect what speaks for it.",
});

/** Who decides on which class, by whose power. The first way is that of employers with the power to recognise class E. */
export const recognitionWays = [
  onTheSpot({ zh: "用人单位自主认定", en: "Recognised by the employer" }, "employer"),
  agency("park", { zh: "园区认定", en: "Recognised by the park" }, [[parkDecision]], promised(example(10))),
  onTheSpot({ zh: "窗口授权认定", en: "Recognised by the window" }),
  deliberation("case-by-case", { zh: "一事一议", en: "Case by case" }, [[collection], [study]]),
  agency(
    "province",
    { zh: "省级认定", en: "Recognised by the province" },
    [[localOpinion], [provincialDecision, industryReview]],
    promised(example(20)),
  ),
];

const classes = (...codes: string[]) => ({ answers: [{ field: "claimed-class", in: codes }] });

export const recognitionRules = [
  {
    id: "employer-decides-e",
    from: FROM,
    when: { ...classes("e"), power: "employer" },
    way: "by-employer",
    because: {
      zh: "用人单位有E类人才认定权限，由其自主认定并报备，窗口出件。",
      en: "The employer has the power to recognise class E: it decides itself and reports the list; the window hands out.",
    },
    basis: powersReport,
  },
  {
    id: "park-decides",
    from: FROM,
    when: { ...classes("d", "e"), power: "locality", localities: ["yangpu"] },
    way: "park",
    because: {
      zh: "重点园区人才服务部门获授权认定D、E类人才。",
      en: "The talent office of the park has been given the power to recognise classes D and E.",
    },
    basis: powersReport,
  },
  {
    id: "place-decides",
    from: FROM,
    when: { ...classes("d", "e"), power: "locality" },
    way: "on-the-spot",
    because: {
      zh: "该市县获授权认定D、E类人才，由窗口当场办理。",
      en: "The place has been given the power to recognise classes D and E: the window decides on the spot.",
    },
    basis: powersReport,
  },
  {
    id: "beyond-the-standard",
    from: FROM,
    when: classes("equivalent"),
    way: "case-by-case",
    because: {
      zh: "标准未列入但具备A、B、C类相当条件的，按程序一事一议，未规定办理时限。",
      en: "Whoever is the equal of class A, B or C and not in the standard is deliberated case by case; no limit is stated.",
    },
    basis: powersReport,
  },
  {
    id: "province-decides",
    from: FROM,
    when: classes("a", "b", "c", "d", "e"),
    way: "province",
    because: {
      zh: "该类别由市县人才部门提出意见后，报省人才服务中心认定。",
      en: "For this class the local talent office gives its opinion and the province decides.",
    },
    basis: powersReport,
  },
];

const handedDown = proposed({
  zh: "各市县、园区和用人单位的授权名录未能查阅，此条为示例。",
  en: "The list of powers of places, parks and employers could not be read; this line is an example.",
});

const ofPlace = (locality: string, from: string) => ({
  id: `${locality}-d-e`,
  holder: { of: "locality", locality },
  classes: ["d", "e"],
  from,
  basis: handedDown,
});

/** 授权名录: from the day on which a power is handed down new cases go to whoever holds it, without code. */
export const recognitionPowers = [
  ofPlace("haikou", FROM),
  ofPlace("yangpu", FROM),
  ofPlace("sanya", "2026-07-01"),
  ofPlace("chengmai", "2027-01-01"),
  {
    id: "employer-e",
    holder: { of: "employer", creditCode: "91350100M000100Y43" },
    classes: ["e"],
    from: FROM,
    basis: handedDown,
  },
];
