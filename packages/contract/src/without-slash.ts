/**
 * Where the address of a request leads without the slash at the end of its path, which somebody typed: everything has one
 * address. Undefined where there is none to leave out, and for what a browser would take for the name of another host.
 */
export const withoutSlash = (url: string): string | undefined => {
  const { pathname, search } = new URL(url);
  const path = pathname.replace(/\/+$/, "");
  return path === "" || path === pathname || path.startsWith("//") ? undefined : path + search;
};
