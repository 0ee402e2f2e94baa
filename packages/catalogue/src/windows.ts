import { Window } from "@window/domain/place/window.ts";

/** The six windows opened first (首批). No address: none was verified. */
export const windows: readonly Window[] = [
  {
    id: "win_hainan",
    name: {
      zh: "海南省人才服务单一窗口（省政务服务中心）",
      en: "Hainan Province talent service window (Provincial Government Service Centre)",
    },
    level: "province",
    locality: "hainan",
  },
  {
    id: "win_haikou",
    name: { zh: "海口市人才服务单一窗口", en: "Haikou talent service window" },
    level: "city",
    locality: "haikou",
  },
  {
    id: "win_sanya",
    name: { zh: "三亚市人才服务单一窗口", en: "Sanya talent service window" },
    level: "city",
    locality: "sanya",
  },
  {
    id: "win_danzhou",
    name: { zh: "儋州市人才服务单一窗口", en: "Danzhou talent service window" },
    level: "city",
    locality: "danzhou",
  },
  {
    id: "win_chengmai",
    name: { zh: "澄迈县人才服务单一窗口", en: "Chengmai talent service window" },
    level: "county",
    locality: "chengmai",
  },
  {
    id: "win_yangpu",
    name: {
      zh: "洋浦经济开发区人才服务单一窗口",
      en: "Yangpu Economic Development Zone talent service window",
    },
    level: "park",
    locality: "yangpu",
  },
].map((window) => Window.parse(window));
