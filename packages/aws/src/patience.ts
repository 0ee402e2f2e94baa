/**
 * How long a function waits for another service, in milliseconds. A call that hangs must end before the function does, so
 * that it is tried again by the client and whoever asked is told to come again. Four tries of five seconds, and between
 * them at most 0.5, 1 and 2 s (the SDK's waits after a throttle) are 23.5 s: the shortest function has 28 (a law compares).
 */
export const patience = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};
