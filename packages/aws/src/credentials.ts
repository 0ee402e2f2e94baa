import { fromEnv } from "@aws-sdk/credential-provider-env";

/**
 * Where a function's credentials are: in its environment. Bundles take this for the SDK's own search through files, single
 * sign-on, STS and instance metadata (infra/part/bundle.ts), of which a function needs nothing.
 */
export const defaultProvider = () => fromEnv();
