import type { Text } from "@window/domain/text.ts";
import type { StoryId } from "./story-id.ts";

/** A way into the demonstration: be somebody, and look at one prepared case. */
export interface Door {
  /** Stands in the address. */
  readonly id: string;
  readonly person: string;
  readonly story: StoryId;
  /** Who this is and what one will see, in one sentence. */
  readonly sentence: Text;
}

const door = (id: string, person: string, story: StoryId, zh: string, en: string): Door => ({
  id,
  person,
  story,
  sentence: { zh, en },
});

/** The most telling ones first. */
export const doors: readonly Door[] = [
  door(
    "late-applicant",
    "li-jing",
    "a-day-late",
    "申请人，她的租房补贴晚了一天：看得到在等谁、为什么。",
    "The applicant whose rent subsidy is a day late: she sees who is waited for, and why.",
  ),
  door(
    "clerk",
    "wang-fang",
    "window-is-late",
    "海口窗口人员，桌上是等她当场决定的授权事项，其中一件已经超时。",
    "The clerk of the Haikou window, with delegated cases to decide on the spot; one of them is late.",
  ),
  door(
    "due-today",
    "wang-shili",
    "due-today",
    "高龄专家，他的办件正好到期：转到下一个工作日，就能看到它变成超时。",
    "The elder expert whose case is just due: move to the next working day and see it become late.",
  ),
  door(
    "worklist",
    "education-office",
    "on-a-worklist",
    "没有自建系统的教育部门经办人，在待办里看到一名学生的入学申请和答复期限。",
    "The officer of the education office, which has no system: a worklist with a child's schooling, and the day to answer by.",
  ),
  door(
    "operator",
    "zhou-ming",
    "stuck",
    "运维人员，有一件办件因系统故障没能转出去，等他排除；还有一个尚未公布的窗口。",
    "The operator, with a case that a fault kept from its departments, and a seventh window that nobody sees yet.",
  ),
  door(
    "employer-signs",
    "he-lian",
    "employer-has-to-sign",
    "用人单位经办人，有一份承诺书等她代表单位签署。",
    "The handler of an employer, with a commitment to sign for it.",
  ),
  door(
    "employer-decides",
    "zheng-qi",
    "employer-decides",
    "有认定权限的用人单位经办人：E类人才由本单位自主认定。",
    "The handler of an employer with the power to recognise class E itself.",
  ),
  door(
    "deliberated",
    "wang-shili",
    "deliberated",
    "同一位专家的另一件：标准没有列入他的情形，所以一事一议。",
    "The same expert's other case: the standard does not cover him, so it is discussed by itself.",
  ),
  door(
    "own-employer",
    "lin-hai",
    "own-employer-has-to-sign",
    "创业者，自己就是用人单位：一个人要以两种身份签署承诺书。",
    "The entrepreneur who is his own employer: one person signs in two capacities.",
  ),
  door(
    "graduate",
    "zhao-yue",
    "window-is-late",
    "没有用人单位的毕业生，先落户后就业；窗口昨天没有当场答复她。",
    "The graduate without an employer, who settles first and works later; the window owed her an answer on the day.",
  ),
  door(
    "parent",
    "huang-min",
    "on-a-worklist",
    "家长，孩子入学由人才部门和教育部门一起审核，还差一个部门答复。",
    "The parent whose child's schooling two offices review together; one of them has answered.",
  ),
  door(
    "together",
    "huang-min",
    "waits-for-another",
    "同一位家长一次申请了两项：认定还在办理，落户证明在等认定结果。",
    "The same parent applied for two things at once: the recognition is under way, and the proof for settling waits for it.",
  ),
  door(
    "foreigner",
    "suparman",
    "on-the-police-worklist",
    "护照姓名只有一个词的外国人，没有内地手机号，本人到过窗口，正在等居留许可。",
    "The foreigner with one word for a name and no mainland mobile, who came in person and waits for residence.",
  ),
  door(
    "police",
    "exit-entry",
    "on-the-police-worklist",
    "出入境管理部门经办人，在待办里看到这名外国人的申请和十五日的法定时限。",
    "The officer of exit and entry administration, with that foreigner on the worklist and fifteen days by law.",
  ),
  door(
    "oceanographer",
    "maria-santos",
    "in-time",
    "海洋学家，她的租房补贴按时走到第二个部门，明天就会有结果。",
    "The oceanographer whose rent subsidy is in time and with its second department; tomorrow it comes out.",
  ),
  door(
    "supervisor",
    "chen-wei",
    "promise-was-broken",
    "主管部门监管人员，看到一份因承诺不实被撤销的结果。",
    "The supervisor, who took back a result because a commitment was false.",
  ),
];
