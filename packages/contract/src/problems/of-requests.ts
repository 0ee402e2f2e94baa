import type { Said } from "./said.ts";
import { said } from "./said.ts";

/** What can be wrong with a request before anybody looks at what it is about. */
export const ofRequests = {
  "no-such-page": said(
    404,
    ["没有这个地址。", "There is nothing at this address."],
    ["请对照 /openapi.json 中的地址。", "Compare the address with /openapi.json."],
  ),
  "method-not-allowed": said(
    405,
    ["这个地址不支持该请求方法。", "This address does not take that method."],
    ["请使用 Allow 头列出的方法。", "Use one of the methods in the Allow header."],
  ),
  "body-not-json": said(
    400,
    ["请求内容不是有效的 JSON。", "The body is not valid JSON."],
    [
      "请检查引号、逗号和括号，同一字段只写一次，并使用 UTF-8 编码。",
      "Check quotes, commas and brackets, name each member once, and send UTF-8.",
    ],
  ),
  "body-too-deep": said(
    400,
    ["JSON 的嵌套层数过多。", "The JSON is nested too deeply."],
    ["请将嵌套减少到 32 层以内。", "Nest at most 32 levels."],
  ),
  "body-too-large": said(
    413,
    ["请求内容超过 256 KB。", "The body is larger than 256 KB."],
    [
      "请缩短内容；文件请通过材料上传表单提交。",
      "Shorten it; files go through the upload form of a document.",
    ],
  ),
  "body-of-another-type": said(
    415,
    ["请求内容的类型不是 JSON。", "The body is not declared as JSON."],
    ["请使用 Content-Type: application/json。", "Send it with Content-Type: application/json."],
  ),
  "request-malformed": said(
    400,
    ["请求中有缺失、多余或格式错误的内容。", "Something in the request is missing, unknown or malformed."],
    ["请逐项改正 faults 中列出的内容。", "Correct each of the fields listed in faults."],
  ),
  "key-missing": said(
    400,
    ["缺少 Idempotency-Key 请求头。", "The Idempotency-Key header is missing."],
    [
      "请为每一次新的提交附上一个新的唯一值，重试时使用原值。",
      "Send a fresh unique value with every new request, and the same one when you repeat it.",
    ],
  ),
  "key-malformed": said(
    400,
    [
      "Idempotency-Key 须为 1 至 255 个可见 ASCII 字符。",
      "An Idempotency-Key has 1 to 255 visible ASCII characters.",
    ],
    ["请使用例如 UUID 的值。", "Use a UUID, for example."],
  ),
  "key-reused": said(
    422,
    ["这个 Idempotency-Key 已用于另一个内容不同的请求。", "This key was used before with another body."],
    [
      "要提交新的内容，请使用新的值；要重试，请原样重发。",
      "To send something new use a new key; to repeat, send the same bytes.",
    ],
  ),
  "basis-missing": said(
    428,
    ["缺少 If-Match 请求头。", "The If-Match header is missing."],
    [
      "请先读取要修改的内容，并把返回的 ETag 放入 If-Match。",
      "Read what you want to change first and send its ETag as If-Match.",
    ],
  ),
  "token-missing": said(
    401,
    ["需要登录。", "You have to be signed in."],
    [
      "请附上 Authorization: Bearer 和有效的访问令牌。",
      "Send Authorization: Bearer with a valid access token.",
    ],
  ),
  "token-expired": said(
    401,
    ["访问令牌已过期。", "The access token has expired."],
    ["请重新登录以取得新的令牌。", "Sign in again to get a new one."],
  ),
  "token-refused": said(
    401,
    [
      "访问令牌无效：签发者、受众、类型或签名不被接受。",
      "The access token is not accepted: its issuer, audience, type or signature.",
    ],
    [
      "请使用本窗口所信任的登录服务签发的访问令牌（不是 ID 令牌）。",
      "Use an access token (no ID token) from a sign-in service this window trusts.",
    ],
  ),
  "not-allowed": said(
    403,
    ["您的身份不能进行此操作。", "Your role does not permit this."],
    ["请使用有相应权限的账户登录。", "Sign in as somebody who may."],
  ),
  "number-faulty": said(
    422,
    ["证件号码有误。", "That is no number of such a document."],
    [
      "请对照证件逐位核对号码和证件类型。",
      "Compare the number and the kind of document with the document itself.",
    ],
  ),
  "too-many-requests": said(
    429,
    ["请求过于频繁。", "That was asked too often."],
    [
      "请等待 Retry-After 头所示的秒数后再试。",
      "Wait as many seconds as the Retry-After header says, then ask again.",
    ],
  ),
  "not-http": said(
    400,
    ["收到的内容不是有效的 HTTP 请求。", "What came is not a valid HTTP request."],
    [
      "请检查请求行、Host 头和其他请求头，并使用通用的 HTTP 客户端。",
      "Check the request line, the Host and the other headers; use a common HTTP client.",
    ],
  ),
  "host-unknown": said(
    421,
    ["本窗口不使用请求中的主机名。", "This window does not go by the name in the Host header."],
    [
      "请使用启动时显示的地址（localhost）；经代理访问时，请设置 WINDOW_PROXIES。",
      "Use the address that was shown at the start (localhost); behind a proxy set WINDOW_PROXIES.",
    ],
  ),
  "headers-too-large": said(
    431,
    ["请求头合计超过 16 KB。", "The headers together are larger than 16 KB."],
    ["请减少或缩短请求头。", "Send fewer or shorter headers."],
  ),
  "request-too-slow": said(
    408,
    ["请求没有在规定时间内传完。", "The request did not arrive in time."],
    ["请检查网络后重新发送。", "Check the connection and send it again."],
  ),
  "store-unavailable": said(
    503,
    ["系统暂时不能保存或读取数据。", "Nothing can be kept or read at the moment."],
    [
      "请稍候用同一个 Idempotency-Key 重试；已受理的申请没有丢失。",
      "Try again in a moment with the same Idempotency-Key; what was accepted is not lost.",
    ],
  ),
  "not-open-yet": said(
    503,
    [
      "窗口刚刚安装，事项和日历正在导入。",
      "The window has just been set up; its items and its calendar are being imported.",
    ],
    [
      "请等待 Retry-After 头所示的秒数后再试；导入不超过五分钟。",
      "Wait as many seconds as the Retry-After header says, then ask again; the import takes five minutes at most.",
    ],
  ),
  busy: said(
    503,
    ["同一事项正在被多处同时修改。", "Too many people are changing the same thing at once."],
    ["请稍候再试，使用同一个 Idempotency-Key。", "Try again in a moment, with the same Idempotency-Key."],
  ),
  "fault-of-ours": said(
    500,
    ["系统出现故障，您的请求没有错。", "Something failed on our side; your request is not at fault."],
    [
      "请稍后用同一个 Idempotency-Key 重试；仍然失败时，请把 incident 编号告知工作人员。",
      "Try again later with the same Idempotency-Key; if it still fails, tell us the incident number.",
    ],
  ),
} satisfies Record<string, Said>;
