/** The part of Trusted Types (W3C) that a service worker's address needs. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

/** Has the browser keep the viewer's files, so that it starts where no relay is reached. Without it, all else works. */
export function keepForOffline(address: string): void {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (workers === undefined) return;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("mashrabiya-offline", { createScriptURL: () => address });
  const trusted = (policy?.createScriptURL(address) ?? address) as string;
  workers
    .register(trusted, { updateViaCache: "none" })
    .catch((fault: unknown) => console.warn("the viewer is not kept for offline", fault));
}

/** An app that is put on the home screen has the name that its reader reads. */
export function nameFor(languages: readonly string[]): void {
  const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
  if (link !== null && languages[0]?.toLowerCase().startsWith("ar")) link.href = "manifest.ar.webmanifest";
}
