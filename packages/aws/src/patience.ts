/**
 * How long a function waits for another service, in milliseconds. A call that hangs must end before the function does,
 * so that it is tried again by the client (five tries, with jitter) and not by people.
 */
export const patience = {
  maxAttempts: 5,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};
