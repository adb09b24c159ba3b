import { type Bundle, Shelf } from "./shelf";

/** The list that the build made (bundle.sh). */
declare const BUNDLE: Bundle;

interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Asked extends Lifetime {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** The part of a service worker's scope that is used here. */
interface Scope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", hear: (event: Lifetime) => void): void;
  addEventListener(type: "fetch", hear: (event: Asked) => void): void;
}

const scope = globalThis as unknown as Scope;
const shelf = new Shelf(BUNDLE, {
  caches,
  fetch: (address, init) => fetch(address, init),
  origin: globalThis.location.origin,
});

scope.addEventListener("install", (event) => event.waitUntil(shelf.fill().then(() => scope.skipWaiting())));
scope.addEventListener("activate", (event) => event.waitUntil(shelf.tidy().then(() => scope.clients.claim())));
scope.addEventListener("fetch", (event) => {
  const answer = shelf.answer(event.request.method, event.request.url);
  if (answer !== undefined) event.respondWith(answer);
});
