/** What travels between a machine and its functions. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The two machines that wait and route (`route`, `deadline`: packages/workflow). Every adapter promises:
 * - What was answered is durable: an execution that was started goes on after any crash, and so does a completed task.
 * - A name is used once per machine, and is taken for 90 days after its execution has ended; then it is forgotten. To
 *   fire something again, give it another name.
 * - A function of a machine runs at least once; a callback token works once, until its task's timeout (300 days), and
 *   may be used inside the very function that was given it, before that function returns.
 * - A task that is run again gets a new token, and the token before it is gone: keep the newest.
 * - Machines carry ids and tokens, never case data; `cause` is a code, never a text about a person.
 * A fault (store not reachable, quota) is thrown; both answers of each method are ordinary outcomes.
 */
export interface Workflow {
  /** Starts `machine` under `name` (at most 80 characters: A–Z a–z 0–9 - _) with `input`: ids and instants only. */
  start(
    machine: "route" | "deadline",
    name: string,
    input: Readonly<Record<string, string>>,
  ): Promise<"started" | "already-started">;

  /** Completes a waiting task with what its machine reads. A used, expired or unknown token is "token-gone". */
  complete(token: string, output: Readonly<Record<string, Json>>): Promise<"completed" | "token-gone">;

  /**
   * Fails a waiting task: it is tried again or caught, as its machine says of errors of the name `cause` (at most 256
   * characters).
   */
  fail(token: string, cause: string): Promise<"completed" | "token-gone">;
}
