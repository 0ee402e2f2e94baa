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
  "document-heic": said(
    422,
    ["文件是 HEIC/HEIF/AVIF 格式的照片。", "The file is a photograph in the HEIC, HEIF or AVIF format."],
    [
      "请另存为 JPEG 后重新上传：iPhone 可在“设置—相机—格式”中选择“兼容性最佳”后重新拍摄，或在“照片”中以邮件、文件等方式导出为 JPEG；其他手机可在相机设置中关闭“高效图片”。",
      "Save it as JPEG and upload it again: on an iPhone choose Settings, Camera, Formats, Most Compatible and take it anew, or export it from Photos as JPEG; on other phones turn off high-efficiency pictures in the camera's settings.",
    ],
  ),
  "document-broken": said(
    422,
    ["文件已损坏或不完整。", "The file is damaged or not whole."],
    [
      "请在电脑或手机上打开该文件，确认能正常显示后重新导出或打印为 PDF（照片请重新拍摄），再上传。手机“动态照片”请先存为静态照片。",
      "Open the file, see that it shows as it should, export or print it to PDF anew (take a photograph anew), and upload that. Save a live photograph as a still one first.",
    ],
  ),
  "document-encrypted": said(
    422,
    ["PDF 设有密码或使用限制。", "The PDF is protected by a password or by restrictions."],
    [
      "请打开该 PDF，用“打印—另存为 PDF”生成不带密码的副本后上传。",
      "Open the PDF, print it to a new PDF without a password, and upload that.",
    ],
  ),
  "document-active-content": said(
    422,
    ["PDF 中含有脚本或启动程序的动作。", "The PDF holds a script or an action that starts programs."],
    ["请用“打印—另存为 PDF”生成副本后上传。", "Print it to a new PDF and upload that."],
  ),
  "document-too-many-pages": said(
    422,
    ["PDF 的页数超过允许的数量。", "The PDF has more pages than allowed."],
    ["请只上传所要求的页，或与窗口联系。", "Upload only the pages that are asked for, or ask the window."],
  ),
  "document-too-many-pixels": said(
    422,
    ["图片的像素超过允许的数量。", "A picture has more pixels than allowed."],
    [
      "请以 300 dpi 重新扫描或缩小图片后上传。",
      "Scan it anew at 300 dpi or make the picture smaller, and upload it again.",
    ],
  ),
  "document-unpacks-too-large": said(
    422,
    ["文件内压缩的内容过大。", "What is packed in the file unpacks to too much."],
    ["请重新导出或打印为 PDF 后上传。", "Export it or print it to PDF anew, and upload that."],
  ),
  "document-infected": said(
    422,
    ["文件含有恶意内容。", "The file contains malware."],
    ["请检查您的设备，重新制作文件后上传。", "Check your device, make the file anew and upload it."],
  ),
  "document-unscannable": said(
    422,
    ["文件无法完成安全检查。", "The file could not be checked for malware."],
    ["请重新导出或打印为 PDF 后上传。", "Export it or print it to PDF anew, and upload that."],
  ),
} satisfies Record<`document-${Exclude<DocumentVerdict, "clean">}`, Said>;
