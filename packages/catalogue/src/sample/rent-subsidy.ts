/** Complete answers of somebody with a resident card. Nobody of that name exists; every number passes its checksum. */
export const rentSubsidyAnswers = {
  "full-name": "李明",
  "id-type": "resident-id",
  "resident-id": "11010519491231002X",
  "talent-class": "d",
  "employer-name": "海南示例科技有限公司",
  "employer-credit-code": "91460000MA5T396030",
  "contract-from": "2026-01-01",
  "contract-until": "2028-12-31",
  "monthly-rent": 3000,
  "lease-address": "海口市美兰区示例路1号",
};
