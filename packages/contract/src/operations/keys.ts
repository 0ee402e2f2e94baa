import * as z from "zod";
import { operation } from "../operation.ts";

export const listKeys = operation({
  method: "get",
  path: "/keys",
  summary: {
    zh: "证照签名公钥（JWKS），可离线核验",
    en: "The public keys of certificates (JWKS), for verification offline",
  },
  access: "anyone",
  keyed: false,
  answers: { 200: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }) },
  problems: [],
});
