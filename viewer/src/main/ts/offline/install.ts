import { keptBundles } from "./shelf";
import { letTakeOver } from "./takeOver";

const DAY_MILLIS = 86_400_000;

/** The part of Trusted Types (W3C) that a service worker's address needs. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

/**
 * Has the browser keep the viewer's files, so that it starts at once, and where no relay is reached. Without it, all else works.
 *
 * @param mayReload whether the page would lose nothing by that
 */
export function keepForOffline(address: string, mayReload: () => boolean): void {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (workers === undefined) return;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("mashrabiya-offline", { createScriptURL: () => address });
  const trusted = (policy?.createScriptURL(address) ?? address) as string;
  if (workers.controller !== null) {
    letTakeOver({
      page: globalThis,
      workers,
      storage: () => sessionStorage,
      nowMillis: Date.now,
      isNewerHere,
      mayReload,
      reload: () => location.reload(),
    });
  }
  workers
    .register(trusted, { updateViaCache: "none" })
    .then(lookDaily)
    .catch((fault: unknown) => console.warn("the viewer is not kept for offline", fault));
}

/** Browsers look for a newer one at a start; a display on a wall is not started again. */
function lookDaily(registration: ServiceWorkerRegistration): void {
  setInterval(() => registration.update().catch(() => undefined), DAY_MILLIS); // tomorrow there may be a relay
}

/** Whether what is kept by now is another bundle than this page's. */
async function isNewerHere(): Promise<boolean> {
  const own = document.querySelector<HTMLMetaElement>("meta[name=mashrabiya-bundle]")?.content ?? "";
  const kept = await keptBundles(caches);
  return kept.length > 0 && !kept.includes(own);
}

/** An app that is put on the home screen has the name that its reader reads. */
export function nameFor(languages: readonly string[]): void {
  const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
  if (link !== null && languages[0]?.toLowerCase().startsWith("ar")) link.href = "manifest.ar.webmanifest";
}
