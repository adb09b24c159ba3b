// In place of a service worker that this relay does not serve, so that whoever registered it had served other code: it goes,
// and the pages that it answered for load anew. Where it answered for the whole origin, nobody else's caches are there.
const leave = async () => {
  const isOfTheWhole = new URL(registration.scope).pathname === "/";
  const pages = await clients.matchAll({ type: "window" });
  await registration.unregister();
  const names = isOfTheWhole ? await caches.keys().catch(() => []) : [];
  await Promise.allSettled([...names.map((name) => caches.delete(name)), ...pages.map(loadAnew)]);
};

// Not what the browser itself may keep; and an address with a fragment would load nothing.
const loadAnew = async (page) => {
  const [address] = page.url.split("#");
  await fetch(address, { cache: "reload" });
  await page.navigate(address);
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));
