// In place of a service worker that this relay does not serve, so that whoever registered it had served other code: it goes,
// and the pages that it answered for load anew. Where it answered for the whole origin, nobody else's caches are there.
const leave = async () => {
  const isOfTheWhole = new URL(registration.scope).pathname === "/";
  const pages = await clients.matchAll({ type: "window" });
  await registration.unregister();
  const names = isOfTheWhole ? await caches.keys().catch(() => []) : [];
  await Promise.allSettled([...names.map((name) => caches.delete(name)), ...pages.map(loadAnew)]);
};

// From the relay and not from what the browser itself keeps, of which the page is made new as well. An address that differs in nothing
// but its fragment would load nothing; the fragment says where in the viewer somebody is.
const loadAnew = async (page) => {
  const address = new URL(page.url);
  await fetch(address.pathname, { cache: "reload" }).catch(() => undefined);
  address.searchParams.set("anew", "");
  await page.navigate(address.href);
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));
