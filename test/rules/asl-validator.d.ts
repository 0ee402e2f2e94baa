/** The package brings no types of its own. It writes into the definition that it is given: give it a copy. */
declare module "asl-validator" {
  const validate: (definition: object) => { readonly errors: readonly unknown[] };
  export = validate;
}
