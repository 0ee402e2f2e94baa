import type { Commit, Request } from "@window/domain/commit.ts";
import { ActorId } from "@window/domain/id.ts";
import { MINUTE } from "@window/domain/instant.ts";
import type { Deps, World } from "./world.ts";

/** What every use case answers, as far as it matters here. */
export interface Outcome {
  readonly kind: string;
  readonly commit?: Commit;
}

/**
 * Somebody outside asks the window, again and again under the same key until there is an answer. What was answered once
 * is what every later answer has to be.
 */
export const ask = <Answer extends Outcome>(
  world: World,
  by: { readonly actor: string; readonly key: string; readonly body?: string },
  act: (deps: Deps, request: Request) => Promise<Answer>,
): Promise<Answer> => {
  const { dice } = world;
  const actor = ActorId.parse(by.actor);
  let heard: string | undefined;
  return new Promise((resolve) => {
    const again = (): void => {
      world.after(dice.below(10 * MINUTE), once);
    };
    const answered = (answer: Answer): void => {
      const word = wordOf(answer);
      world.say(`${by.actor} ${by.key}: ${answer.kind}`);
      if (answer.commit !== undefined) promise(world, answer.commit);
      if (heard !== undefined && heard !== word && answer.kind !== "refused")
        world.wrong.push(`${by.actor} heard ${word} for ${by.key}, before that ${heard}`);
      if (answer.commit !== undefined) heard = word;
      if (dice.chance(world.faults.unheard)) again();
      else resolve(answer);
    };
    const once = (): void =>
      world.start(
        `${by.actor} ${by.key}`,
        ({ deps }) => act(deps, { actor, key: by.key, body: deps.keyed(by.body ?? by.key) }),
        { done: answered, failed: again },
      );
    once();
  });
};

const wordOf = ({ kind, commit }: Outcome): string => `${kind} ${commit?.hash ?? ""}`;

const promise = (world: World, { stream, request, hash }: Commit): void => {
  world.promised.push({ stream, actor: request.actor, key: request.key, hash });
};
