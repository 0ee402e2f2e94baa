import { CfnOutput, SecretValue } from "aws-cdk-lib";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { ID_SECRET, secretOutput, secrets } from "../../packages/aws/src/names.ts";
import type { SecretName } from "../../packages/aws/src/names.ts";
import type { Kept } from "./table.ts";

/** The root of all keyed ids. Never change how it is generated: CloudFormation would generate another one. */
const rootSecret = (scope: Construct, { stage, key }: Kept): Secret =>
  new Secret(scope, "RootSecret", {
    description: "root: the root of all keyed ids",
    encryptionKey: key,
    removalPolicy: stage.removal,
    generateSecretString: {
      secretStringTemplate: "{}",
      generateStringKey: ID_SECRET,
      // Letters and digits: 64 of them hold 381 bits.
      excludePunctuation: true,
      passwordLength: 64,
    },
  });

/** Empty until an operator fills it (`npm run secret`); a deploy leaves what he wrote, because this text never changes. */
const filledLater =
  (scope: Construct, { stage, key }: Kept) =>
  (name: Exclude<SecretName, "root">): Secret => {
    const output = secretOutput(name);
    return new Secret(scope, output.replace(/Out$/, ""), {
      description: `${name}: filled by an operator`,
      encryptionKey: key,
      removalPolicy: stage.removal,
      secretStringValue: SecretValue.unsafePlainText(secrets[name].empty),
    });
  };

/** One for whatever somebody needs alone (docs/adr/0017). */
export const secretsOf = (scope: Construct, kept: Kept): Record<SecretName, Secret> => {
  const later = filledLater(scope, kept);
  const made = {
    root: rootSecret(scope, kept),
    endpoints: later("endpoints"),
    registers: later("registers"),
    mail: later("mail"),
    sms: later("sms"),
    reports: later("reports"),
  };
  for (const [name, { secretArn }] of Object.entries(made))
    new CfnOutput(scope, `${name.charAt(0).toUpperCase()}${name.slice(1)}SecretOut`, { value: secretArn });
  return made;
};
