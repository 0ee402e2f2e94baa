import type { EntryRefusal } from "@window/domain/act/edit-catalogue.ts";
import { said, type Said } from "./said.ts";

/** Why an entry of the catalogue stays as it is. */
export const ofCatalogue = {
  "no-such-entry": said(
    404,
    ["目录中没有这个条目。", "There is no such entry in the catalogue."],
    ["请从 /catalogue 中选择。", "Choose one from /catalogue."],
  ),
  "no-such-edition": said(
    404,
    ["该条目没有这个版本。", "The entry has no such edition."],
    ["请从该条目的版本列表中选择。", "Choose one from the list of its editions."],
  ),
  "content-faulty": said(
    422,
    ["内容不符合该类条目的要求。", "The content is not what an entry of this kind has to be."],
    ["请逐项改正 faults 中列出的内容。", "Correct each of the places listed in faults."],
  ),
  "entry-changed-meanwhile": said(
    412,
    ["您查看之后，该条目已有变动。", "The entry has changed since you read it."],
    [
      "请重新读取版本列表，核对后用新的 ETag 提交。",
      "Read its editions again, compare, and send your change with the new ETag.",
    ],
  ),
  "already-published": said(
    409,
    [
      "该版本已经发布，内容和日期都不能再改。",
      "The edition is published; neither its content nor its day changes.",
    ],
    [
      "如需更改，请起草新版本；尚未施行的可先撤下。",
      "Draft another edition; one whose day has not come can be withdrawn first.",
    ],
  ),
  "no-longer-stands": said(
    409,
    ["该版本已被撤下或替代。", "The edition was withdrawn or has been replaced."],
    [
      "如需再次采用其内容，请以此起草新版本。",
      "To use what it says once more, draft another edition from it.",
    ],
  ),
  "from-in-the-past": said(
    422,
    ["施行日期已过。", "The day from which it should stand has passed."],
    ["请使用今后的日期，或不填日期以立即施行。", "Use a day that comes, or none to publish at once."],
  ),
  "too-many-scheduled": said(
    409,
    ["已有两个版本等待施行。", "Two editions are already waiting for their day."],
    ["请先撤下其中一个。", "Withdraw one of them first."],
  ),
  "calendar-version-taken": said(
    409,
    ["日历的这个版本号已被使用。", "That version of the calendar exists already."],
    ["请在 content.version 中使用新的版本号。", "Give content.version a name that no edition has."],
  ),
  "calendar-needed": said(
    409,
    [
      "现行日历不能撤下，否则无法计算时限。",
      "The calendar that stands cannot be withdrawn: no limit could be reckoned.",
    ],
    ["请发布新版本来替代它。", "Publish another edition in its place."],
  ),
  "department-not-there": said(
    409,
    ["事项征询的部门不在目录中。", "The item asks a department that is not in the catalogue."],
    ["请先发布 faults 中列出的部门。", "Publish the departments listed in faults first."],
  ),
  "still-asked": said(
    409,
    ["仍有事项征询该部门。", "There are items that ask this department."],
    ["请先发布不再征询它的事项版本。", "First publish editions of the items in faults that do not ask it."],
  ),
} satisfies Record<EntryRefusal["code"] | "content-faulty", Said>;
