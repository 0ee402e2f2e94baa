/**
 * What of all addresses belongs to the pages, as data, so that whoever leads requests here, a process or an HTTP API, goes
 * by the same list. Everything else belongs to the API. Imports nothing: infra reads it too.
 */
export const pageRooms = {
  /** These and nothing below them. */
  exact: ["/", "/portal.css"],
  /** These and everything below them, also where no page is: somebody who mistyped an address gets a page too. */
  below: ["/zh", "/en", "/problems"],
} as const;

/** Whether an address belongs to the pages. */
export const isOfPages = (path: string): boolean =>
  pageRooms.exact.some((room) => path === room) ||
  pageRooms.below.some((room) => path === room || path.startsWith(`${room}/`));
