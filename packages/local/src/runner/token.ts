import { freshBytes } from "@window/node/fresh-bytes.ts";
import { hash } from "node:crypto";

/** 256 random bits, so a token can only be known, never guessed. */
export const mintToken = (): string => Buffer.from(freshBytes(32)).toString("base64url");

/** What is stored: who reads the database cannot complete a task. No salt, because the token is already random. */
export const hashOf = (token: string): string => hash("sha256", token, "base64url");
