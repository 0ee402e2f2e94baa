/**
 * What infra and adapters must agree on: keys, indexes, and the environment names under which a function is told
 * where things are. Pure values, so that infra imports nothing else of ours.
 */

/** The log. `stream`, `seq` is a commit's place; the index `feed` has that and the commit's hash, for the hourly root. */
export const events = {
  partition: "stream",
  sort: "seq",
  feed: { name: "feed", partition: "feed", sort: "place", hash: "hash" },
} as const;

/** One row per `view#aggregate`; a tombstone has no `list` and so is in no list. */
export const views = {
  partition: "row",
  list: { name: "list", partition: "list", sort: "sort" },
} as const;

/**
 * Data keys by subject. The key that wraps them, itself wrapped by KMS, has a row of its own: the next one would be
 * `wrapping-2`.
 */
export const keys = { partition: "subject", wrapping: "wrapping-1" } as const;

/** Plain records of several kinds: `about` begins with the kind. Rows with `expires` (seconds) go by themselves. */
export const records = { partition: "about", sort: "which", expires: "expires" } as const;

/** Where a function finds what it was granted. */
export const environment = {
  events: "EVENTS_TABLE",
  views: "VIEWS_TABLE",
  keys: "KEYS_TABLE",
  records: "RECORDS_TABLE",
  documents: "DOCUMENTS_BUCKET",
  roots: "ROOTS_BUCKET",
  /** Set where names of buckets do not resolve (the emulator): their names go into the path. */
  pathStyle: "DOCUMENTS_PATH_STYLE",
  /** `host:port` of a clamd; absent, and only the EICAR test string is malware. */
  clamd: "WINDOW_CLAMD",
  wrappingKey: "WRAPPING_KEY",
  /** Ids of signing keys, separated by spaces, newest first. */
  signingKeys: "SIGNING_KEYS",
  /** The same for roots of the log. */
  rootKeys: "ROOT_KEYS",
  rootSecret: "ROOT_SECRET",
  endpointsSecret: "ENDPOINTS_SECRET",
  registersSecret: "REGISTERS_SECRET",
  mailSecret: "MAIL_SECRET",
  smsSecret: "SMS_SECRET",
  reportsSecret: "REPORTS_SECRET",
  deliveries: "DELIVERIES_QUEUE",
  workflow: "WORKFLOW_QUEUE",
  route: "ROUTE_MACHINE",
  deadline: "DEADLINE_MACHINE",
  /** Public address of the window, as certificates and callbacks name it. */
  origin: "WINDOW_ORIGIN",
  /** Who may issue tokens, as JSON: issuer, audience, where its keys are, which roles it gives. */
  issuers: "TOKEN_ISSUERS",
  /** How many proxies of the operator add to X-Forwarded-For before the HTTP API. */
  proxies: "TRUSTED_PROXIES",
  /** Stage `test` alone: the legal clock reads its offset from the records. */
  movableClock: "MOVABLE_CLOCK",
  /** Stage `test` alone: departments may be on this machine. */
  loopback: "ALLOW_LOOPBACK",
} as const;

/**
 * The secrets of a stage, one for whatever somebody needs alone (docs/adr/0017): the environment name under which a function
 * finds each, and what it holds before an operator fills it. `root` is generated.
 */
export const secrets = {
  root: { environment: environment.rootSecret },
  endpoints: { environment: environment.endpointsSecret, empty: "{}" },
  registers: { environment: environment.registersSecret, empty: "{}" },
  mail: { environment: environment.mailSecret, empty: "null" },
  sms: { environment: environment.smsSecret, empty: "null" },
  reports: { environment: environment.reportsSecret, empty: "[]" },
} as const;

export type SecretName = keyof typeof secrets;

/** The output of the data stack that says where a secret is. */
export const secretOutput = (name: SecretName): string =>
  `${name.charAt(0).toUpperCase()}${name.slice(1)}SecretOut`;

/** The one member of `root`, which the deploy generates. */
export const ID_SECRET = "idSecret";
