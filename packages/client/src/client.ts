import { callOf, type Route, type Sent } from "./call.ts";
import { refusedBy } from "./refused.ts";

/** What an operation takes and gives; the generated `Api` has one for each. */
interface Shape {
  readonly answer: unknown;
}

/** What is said with every operation beside what is its own. */
type Always = Pick<Sent, "token" | "key">;

type SentTo<S> = Omit<S, "answer"> & Always;

/** Nothing has to be given where nothing is required. */
type Given<S> = Partial<SentTo<S>> extends SentTo<S> ? [sent?: SentTo<S>] : [sent: SentTo<S>];

export type Client<Api extends { readonly [Id in keyof Api]: Shape }> = {
  /** Asks once, waits, and gives the answer. Throws `Refused`, or what `fetch` throws when nothing answers. */
  readonly [Id in keyof Api]: (...given: Given<Api[Id]>) => Promise<Api[Id]["answer"]>;
};

export interface Options {
  /** Where the window is, without a slash at the end. */
  readonly origin: string;
  readonly token?: string;
  /** Stands in for `fetch`. */
  readonly reach?: typeof fetch;
}

/** The window promises the shape of what it says; whoever does not trust it parses it once more. */
const asked = async (
  { origin, token, reach = fetch }: Options,
  route: Route,
  sent: Sent,
): Promise<unknown> => {
  const { address, init } = callOf(origin, route, { token, ...sent });
  const response = await reach(address, init);
  if (!response.ok) throw await refusedBy(response, `${route.method} ${route.path}`);
  const text = await response.text();
  return text === "" ? undefined : JSON.parse(text);
};

/**
 * The functions of every operation. The compiler cannot follow a table of routes into the types that were generated
 * beside it, so that they belong together is said here.
 */
const isClient = <Api extends { readonly [Id in keyof Api]: Shape }>(made: object): made is Client<Api> =>
  Object.values(made).every((act) => typeof act === "function");

export const createClient = <Api extends { readonly [Id in keyof Api]: Shape }>(
  routes: Readonly<Record<keyof Api & string, Route>>,
  options: Options,
): Client<Api> => {
  const made = Object.fromEntries(
    Object.entries<Route>(routes).map(([id, route]) => [
      id,
      (sent: Sent = {}) => asked(options, route, sent),
    ]),
  );
  if (!isClient<Api>(made)) throw new Error("an operation is no function");
  return made;
};
