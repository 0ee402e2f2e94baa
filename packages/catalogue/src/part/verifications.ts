/** What is held against which register. The connections are 示例: an operator names the province's own registers. */

/** The employer exists under that code and name. */
export const inBusinessRegister = {
  register: "reg_business",
  name: { zh: "市场主体登记（示例）", en: "Business register (example)" },
  fields: [
    { field: "employer-credit-code", as: "credit-code" },
    { field: "employer-name", as: "name" },
  ],
};

/** The holder of a resident identity card exists under that number and name; holders of a passport are not in it. */
export const inPopulationRegister = {
  register: "reg_population",
  name: { zh: "人口信息库（示例）", en: "Population register (example)" },
  fields: [
    { field: "resident-id", as: "number" },
    { field: "full-name", as: "name" },
  ],
};
