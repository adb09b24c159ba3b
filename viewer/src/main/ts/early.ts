// Runs before the pages are here, which take a while to load: starts the worker, and where the address names a household,
// has it read what is kept of that and dial the relay meanwhile. No module, because these wait for the whole of the page.

import { workerAddress } from "./pages/workerAddress";
import { Workers } from "./pages/workers";
import { unlessMalformed } from "./wire/codec/malformed";
import { householdId } from "./wire/ids";

const address = workerAddress(new URL("house/worker.js", (document.currentScript as HTMLScriptElement).src).href);
const workers = new Workers(() => new Worker(address, { type: "module" }));
const [word, id] = location.hash.slice(1).split("/"); // pages/route.ts reads the rest of it
const household = word === "h" ? unlessMalformed(() => householdId(id ?? "", "route")) : undefined;
if (household !== undefined) {
  workers.approach(household);
  wakeStorage().catch(() => undefined); // which may be shut
}
globalThis.mashrabiyaWorkers = workers;

/** It takes a while to open, and can do so while the worker comes to life. */
async function wakeStorage(): Promise<void> {
  await indexedDB.databases();
}
