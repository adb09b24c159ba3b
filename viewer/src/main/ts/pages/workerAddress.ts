/** The part of Trusted Types (W3C) that a worker's address needs. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

/** Makes the one address from which this viewer starts a worker acceptable where Trusted Types are enforced. */
export function workerAddress(address: string): URL {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("mashrabiya", { createScriptURL: () => address });
  return (policy?.createScriptURL(address) ?? address) as URL;
}
