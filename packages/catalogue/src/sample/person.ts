/** Somebody with a resident card. Nobody of that name exists; every number passes its checksum. */
export const person = {
  "full-name": "李明",
  "id-type": "resident-id",
  "resident-id": "11010519491231002X",
};

/** A foreigner with a name of one word and a passport. */
export const foreigner = {
  "full-name": "Suparman",
  passport: "L898902C3",
  nationality: "示例国 Example",
  "born-on": "1990-05-17",
  sex: "m",
};

/** An employer without the power to recognise anybody. */
export const employer = {
  "employer-name": "海南示例科技有限公司",
  "employer-credit-code": "91460000MA5T396030",
};

/** The employer that may recognise class E. */
export const empoweredEmployer = {
  "employer-name": "海口示例海洋科技有限公司",
  "employer-credit-code": "91350100M000100Y43",
};

export const contract = { "contract-from": "2026-01-01", "contract-until": "2029-12-31" };
