import { MailServer } from "@window/node/mail-server.ts";
import { SmsAccount } from "@window/node/sms-account.ts";
import * as z from "zod";

/** A department as the journey plays it: its port and secrets are in the deployed secret before anything runs. */
const Player = z.object({ id: z.string(), port: z.int(), endpoint: z.string(), receiving: z.string() });
export type Player = z.infer<typeof Player>;

/** What the tests of a deployed window are told, from the process that deployed it. */
export const Place = z.object({
  /** Where the window is reached, on this machine. */
  origin: z.url(),
  issuer: z.url(),
  /** Private JWK of the issuer, for tokens. */
  issuerKey: z.record(z.string(), z.unknown()),
  players: z.array(Player),
  /** In the deployed secret too; whoever plays them listens there. */
  messaging: z.object({ mail: MailServer, sms: SmsAccount }),
  tables: z.object({ events: z.string(), views: z.string(), keys: z.string(), records: z.string() }),
  documents: z.string(),
  /** What the functions ask of AWS is counted there. */
  meter: z.url(),
  /** What the window answered between its first deploy and the first import. */
  early: z.array(z.object({ path: z.string(), status: z.int(), wait: z.string().nullable() })),
  rootKey: z.string(),
  wrappingKey: z.string(),
  signingKey: z.string(),
});
export type Place = z.infer<typeof Place>;

const NAME = "CLOUD_PLACE";

export const placeVariable = (place: Place): Record<string, string> => ({ [NAME]: JSON.stringify(place) });

/** Throws when the file was not started by `npm run test:cloud`. */
export const readPlace = (): Place => Place.parse(JSON.parse(process.env[NAME] ?? "null"));
