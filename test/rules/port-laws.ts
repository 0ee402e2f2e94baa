/** What is read of the house: paths from its root, and what stands in them. */
export interface House {
  readonly files: readonly string[];
  readonly read: (file: string) => string;
}

/** Where a port that needs no suite on both runtimes is held to its promise, and why that is enough. */
export interface Alike {
  /** The one adapter, which both runtimes compose: there is no second one that could keep less. */
  readonly adapter: string;
  readonly tests: string;
  readonly because: string;
}

const PORTS = "packages/domain/src/port/";

/** Faults that ports throw stand beside them and are none themselves: nothing but classes is exported. */
const isPort = (text: string): boolean => /^export (interface|type|const)\b/m.test(text);

export const portsOf = ({ files, read }: House): readonly string[] =>
  files
    .filter((file) => file.startsWith(PORTS) && isPort(read(file)))
    .map((file) => file.slice(PORTS.length, -".ts".length));

const camel = (port: string): string =>
  port.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Whether a file of this folder runs the port's suite, and is one that is run. */
const isRun = ({ files, read }: House, port: string, named: RegExp): boolean => {
  const call = new RegExp(`^${camel(port)}Suite\\(`, "m");
  return files.some((file) => named.test(file) && call.test(read(file)));
};

const adapterOf = ({ files }: House, runtime: string, port: string): boolean =>
  [`packages/${runtime}/src/${port}.ts`, `packages/node/src/${port}.ts`].some((file) => files.includes(file));

const missingOf = (house: House, port: string): readonly string[] =>
  [
    house.files.includes(`test/contract/${port}.suite.ts`) ? "" : "a suite",
    isRun(house, port, /^test\/contract\/.*\.test\.ts$/) ? "" : "its suite on this machine",
    isRun(house, port, /^test\/cloud\/.*\.cloud\.ts$/) ? "" : "its suite on AWS",
    adapterOf(house, "local", port) ? "" : "an adapter of its name on this machine",
    adapterOf(house, "aws", port) ? "" : "an adapter of its name on AWS",
  ]
    .filter((what) => what !== "")
    .map((what) => `${port} lacks ${what}`);

const brokenOf = (
  { files }: House,
  ports: readonly string[],
  port: string,
  alike: Alike,
): readonly string[] =>
  [
    ports.includes(port) ? "" : "is no port",
    files.includes(alike.adapter) ? "" : `has no ${alike.adapter}`,
    files.includes(alike.tests) ? "" : `has no ${alike.tests}`,
    ["aws", "local"].some((runtime) => files.includes(`packages/${runtime}/src/${port}.ts`))
      ? "has adapters that could differ"
      : "",
  ]
    .filter((what) => what !== "")
    .map((what) => `${port} ${what}`);

/** Ports that lack a suite on one of the runtimes, and exceptions that have become untrue. */
export const portFlaws = (house: House, alike: Readonly<Record<string, Alike>>): readonly string[] => {
  const ports = portsOf(house);
  const held = ports.filter((port) => alike[port] === undefined);
  return [
    ...held.flatMap((port) => missingOf(house, port)),
    ...Object.entries(alike).flatMap(([port, exception]) => brokenOf(house, ports, port, exception)),
  ];
};
