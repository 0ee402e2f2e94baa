import { said, type Said } from "./said.ts";

/** Why the upload endpoint of one machine takes no file. In the cloud S3 says the same in its own words. */
export const ofUploads = {
  "upload-malformed": said(
    400,
    ["这不是完整的上传表单。", "This is no complete upload form."],
    [
      "请以 multipart/form-data 按顺序发送表单的全部字段，最后发送 file。",
      "Send all fields of the form in order as multipart/form-data, and file last.",
    ],
  ),
  "upload-form-altered": said(
    403,
    ["上传表单被改动过，或不是本窗口签发的。", "The form was altered, or is not one of this window."],
    ["请重新登记材料并使用返回的表单。", "Announce the document again and use the form you get."],
  ),
  "upload-form-expired": said(
    403,
    ["上传表单已过期。", "The form has expired."],
    ["请重新登记材料并使用返回的表单。", "Announce the document again and use the form you get."],
  ),
  "upload-to-another-document": said(
    403,
    ["该表单不能用于上传到这份材料。", "This form is for another document."],
    ["请使用这份材料自己的表单。", "Use the form of the document itself."],
  ),
  "upload-of-another-type": said(
    403,
    ["文件类型与登记的不同。", "The type is not the one that was announced."],
    ["请以正确的类型重新登记材料。", "Announce the document again with its right type."],
  ),
} satisfies Record<string, Said>;
