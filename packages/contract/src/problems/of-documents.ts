import type { DocumentVerdict } from "@window/domain/application/event.ts";
import { said, type Said } from "./said.ts";

/** Why an uploaded document cannot be used. */
export const ofDocuments = {
  "document-empty": said(
    422,
    ["文件是空的。", "The file is empty."],
    ["请重新选择文件上传。", "Choose the file again and upload it."],
  ),
  "document-too-large": said(
    422,
    ["文件超过允许的大小。", "The file is larger than allowed."],
    ["请压缩或分拆后重新上传。", "Make it smaller and upload it again."],
  ),
  "document-wrong-type": said(
    422,
    ["文件内容与声明的类型不符。", "The file is not of the type it says."],
    ["请上传真正的 PDF、JPEG 或 PNG 文件。", "Upload a real file of that type: PDF, JPEG or PNG."],
  ),
  "document-infected": said(
    422,
    ["文件含有恶意内容。", "The file contains malware."],
    ["请检查您的设备，重新制作文件后上传。", "Check your device, make the file anew and upload it."],
  ),
  "document-unscannable": said(
    422,
    ["文件无法完成安全检查。", "The file could not be checked for malware."],
    ["请稍后重新上传。", "Upload it again later."],
  ),
} satisfies Record<`document-${Exclude<DocumentVerdict, "clean">}`, Said>;
