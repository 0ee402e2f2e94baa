import * as z from "zod";

/** A CloudFormation template as far as the laws read it. */
const Resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
  UpdateReplacePolicy: z.string().optional(),
});
export type Resource = z.infer<typeof Resource>;

export const Template = z.looseObject({ Resources: z.record(z.string(), Resource) });
export type Template = z.infer<typeof Template>;

export const ofType = (template: Template, ...types: readonly string[]): readonly [string, Resource][] =>
  Object.entries(template.Resources).filter(([, { Type }]) => types.includes(Type));

/** A member of something, whatever it is. */
export const member = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => {
    const record = z.record(z.string(), z.unknown()).safeParse(inner);
    return record.data?.[name];
  }, value);

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

export interface Statement {
  /** The resource of the template that holds it. */
  readonly holder: string;
  /** Logical ids of the roles it is given to; none for a policy of a resource. */
  readonly roles: readonly string[];
  readonly effect: string;
  readonly actions: readonly string[];
  readonly on: readonly unknown[];
  /** Whoever it is said to; of a role's own policy nobody is named. */
  readonly by: unknown;
  readonly condition: unknown;
}

const statementsIn = (holder: string, roles: readonly string[], document: unknown): readonly Statement[] =>
  list(member(document, "Statement")).map((statement) => ({
    holder,
    roles,
    effect: z.string().parse(member(statement, "Effect")),
    actions: z.array(z.string()).parse(list(member(statement, "Action"))),
    on: list(member(statement, "Resource")),
    by: member(statement, "Principal"),
    condition: member(statement, "Condition"),
  }));

const refs = (value: unknown): readonly string[] =>
  list(value).flatMap((each) => {
    const ref = member(each, "Ref");
    return typeof ref === "string" ? [ref] : [];
  });

/** Every statement of every policy: of roles, and of the resources that have one. */
export const statementsOf = (template: Template): readonly Statement[] => [
  ...ofType(template, "AWS::IAM::Policy").flatMap(([id, { Properties }]) =>
    statementsIn(id, refs(Properties["Roles"]), Properties["PolicyDocument"]),
  ),
  ...ofType(template, "AWS::IAM::Role").flatMap(([id, { Properties }]) =>
    list(Properties["Policies"]).flatMap((policy) =>
      statementsIn(id, [id], member(policy, "PolicyDocument")),
    ),
  ),
  ...ofType(template, "AWS::KMS::Key").flatMap(([id, { Properties }]) =>
    statementsIn(id, [], Properties["KeyPolicy"]),
  ),
  ...ofType(template, "AWS::SQS::QueuePolicy", "AWS::S3::BucketPolicy").flatMap(([id, { Properties }]) =>
    statementsIn(id, [], Properties["PolicyDocument"]),
  ),
];

export const text = (value: unknown): string => JSON.stringify(value);
