/**
 * The part of SST's globals that is used here, as SST 4.17.1 declares it in the platform that its command line lays
 * under `.sst/platform` when it first runs. Written down, so that types are checked without that download.
 */
interface SstApp {
  readonly name: string;
  readonly home: "aws" | "cloudflare" | "local";
  readonly version?: string;
  readonly protect?: boolean;
  readonly removal?: "remove" | "retain" | "retain-all";
}

declare function $config(config: {
  readonly app: (input: { readonly stage: string }) => SstApp;
  readonly run: () => Promise<Record<string, unknown> | undefined>;
}): unknown;

declare const $app: { readonly name: string; readonly stage: string; readonly protect: boolean };

/** True in `sst dev`. */
declare const $dev: boolean;

declare namespace sst {
  namespace x {
    class DevCommand {
      constructor(
        name: string,
        args: {
          readonly dev?: { readonly command?: string; readonly autostart?: boolean; readonly title?: string };
          readonly environment?: Record<string, string>;
        },
      );
    }
  }
}
