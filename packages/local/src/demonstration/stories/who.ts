/** Who the people of the stories are, on paper. All of it is 示例; every number passes its checksum. */
const resident = (name: string, number: string) => ({
  "full-name": name,
  "id-type": "resident-id",
  "resident-id": number,
});

export const liJing = resident("李静", "11010519491231002X");
export const wangShili = resident("王示例", "110105195001010039");
export const zhaoYue = resident("赵悦", "460100200207154320");
export const linHai = resident("林海", "460000198506121144");
/** Her number is one for which the demonstration's register is down. */
export const huangMin = resident("黄敏", "460200198803096513");
export const maria = { "full-name": "Maria Santos", "id-type": "passport", passport: "L898902C3" };

const foreigner = (name: string, passport: string, sex: string) => ({
  "full-name": name,
  passport,
  nationality: "示例国 Example",
  "born-on": "1990-05-17",
  sex,
});

/** A name of one word, and below no mainland mobile. */
export const suparman = foreigner("Suparman", "A1234567", "m");
export const mariaAbroad = foreigner("Maria Santos", "L898902C3", "f");
export const olga = foreigner("Olga Petrova 示例", "X1234567", "f");

const employer = (name: string, code: string) => ({ "employer-name": name, "employer-credit-code": code });

/** May recognise class E. */
export const marine = employer("海口示例海洋科技有限公司", "91350100M000100Y43");
/** May recognise nobody; the register knows its code under another name. */
export const technology = employer("海南示例科技有限公司", "91460000MA5T396030");
/** The entrepreneur's own; it has broken a promise. */
export const farm = employer("儋州示例农业有限公司", "91460000MA5TDEM05W");

export const contract = { "contract-from": "2026-01-01", "contract-until": "2029-12-31" };

/** What a rent subsidy asks beside the person and the employer. */
export const lease = (place: string) => ({
  ...contract,
  "talent-class": "d",
  "monthly-rent": 3000,
  "lease-address": `${place}示例路1号2单元303室`,
});

/** What a recognition asks beside them. */
export const claim = (level: string, place: string) => ({
  ...contract,
  "claimed-class": level,
  "field-of-work": "海洋工程",
  achievements: "主持完成示例项目两项。",
  "in-hainan-since": "2026-01-05",
  "work-place": place,
});
