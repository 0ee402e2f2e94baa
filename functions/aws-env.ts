/** What infra has set, and things that are made when they are first needed. */
import type { environment } from "@window/aws/names.ts";

type Name = (typeof environment)[keyof typeof environment];

/** What infra has set under `name`. Throws, with the name, when it has not. */
export const need = (name: Name): string => {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set`);
  return value;
};

export const isSet = (name: Name): boolean => (process.env[name] ?? "") !== "";

/** Makes a thing when it is first needed; a failed making is tried again. */
export const once = <Thing>(make: () => Promise<Thing>): (() => Promise<Thing>) => {
  let made: Promise<Thing> | undefined;
  return () => {
    made ??= make().catch((fault: unknown) => {
      made = undefined;
      throw fault;
    });
    return made;
  };
};
