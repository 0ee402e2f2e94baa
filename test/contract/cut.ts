/** Thrown where a process is cut off. From then on nothing of it reaches the world any more. */
export class CutOff extends Error {
  override readonly name = "CutOff";
}

/**
 * Counts the calls that a process makes to the world and cuts it off at one of them: `before` nothing of that call
 * happens, `after` it happens and its answer is lost. Number 0 never comes, so that plan only counts.
 */
export class Cut {
  calls = 0;
  #dead = false;
  readonly #number: number;
  readonly #side: "before" | "after";

  constructor(number: number, side: "before" | "after") {
    this.#number = number;
    this.#side = side;
  }

  get happened(): boolean {
    return this.#dead;
  }

  async through<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    if (this.#dead) throw new CutOff();
    this.calls += 1;
    const here = this.calls === this.#number;
    if (here && this.#side === "before") this.#die();
    const answer = await call();
    if (here) this.#die();
    return answer;
  }

  #die(): never {
    this.#dead = true;
    throw new CutOff();
  }
}
