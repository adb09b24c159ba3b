import { keep, readKept } from "../pages/kept";

const RENEWED = "mashrabiya-renewed";
const HOUR_MILLIS = 3_600_000;

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
 * @param mayReload whether a page that nobody touched loses nothing by that
 */
export function keepForOffline(address: string, mayReload: () => boolean): void {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (workers === undefined) return;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("mashrabiya-offline", { createScriptURL: () => address });
  const trusted = (policy?.createScriptURL(address) ?? address) as string;
  if (workers.controller !== null) goOnAsNewer(workers, mayReload);
  workers
    .register(trusted, { updateViaCache: "none" })
    .catch((fault: unknown) => console.warn("the viewer is not kept for offline", fault));
}

/**
 * The page was started from what is kept, and a newer viewer has come since. Where nobody has touched anything yet it goes on as that
 * one; else it is not taken from under anybody's fingers, and the next start is the newer one.
 */
function goOnAsNewer(workers: ServiceWorkerContainer, mayReload: () => boolean): void {
  let isTouched = false;
  for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, () => (isTouched = true), { capture: true, once: true });
  workers.addEventListener("controllerchange", () => {
    if (!isTouched && mayReload() && isFirstOfTheHour()) location.reload();
  });
}

/** Two servers that each offer another viewer do not keep a page reloading. */
function isFirstOfTheHour(): boolean {
  const last = Number(readKept(RENEWED));
  const now = Date.now();
  if (Math.abs(now - last) < HOUR_MILLIS) return false;
  keep(RENEWED, String(now));
  return Number(readKept(RENEWED)) === now; // where nothing is kept it is not known
}

/** An app that is put on the home screen has the name that its reader reads. */
export function nameFor(languages: readonly string[]): void {
  const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]");
  if (link !== null && languages[0]?.toLowerCase().startsWith("ar")) link.href = "manifest.ar.webmanifest";
}
