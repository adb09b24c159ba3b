import { type Bundle, Shelf, type World } from "../../../main/ts/offline/shelf";
import { equal, test } from "../harness";

const ORIGIN = "https://relay.example";

async function hashOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A relay with these files; while it is away, nothing is answered. */
class Relay {
  away = false;
  readonly asked: string[] = [];
  constructor(readonly files: Record<string, string>) {}

  readonly fetch = async (path: string): Promise<Response> => {
    this.asked.push(path);
    if (this.away) throw new TypeError("not reached");
    const text = this.files[path];
    return text === undefined ? new Response("", { status: 404 }) : new Response(text);
  };
}

function worldOf(relay: Relay): World {
  return { caches, fetch: relay.fetch, origin: ORIGIN };
}

async function bundleOf(version: string, relay: Relay): Promise<Bundle> {
  const hashes = await Promise.all(Object.entries(relay.files).map(async ([path, text]) => [path, await hashOf(text)]));
  return { version, files: Object.fromEntries(hashes) as Record<string, string> };
}

function relayOf(version: string): Relay {
  return new Relay({ "/": `<meta content="${version}">`, "/main.js": `main of ${version}` });
}

async function filled(version: string): Promise<{ shelf: Shelf; relay: Relay }> {
  for (const name of await caches.keys()) await caches.delete(name);
  const relay = relayOf(version);
  const shelf = new Shelf(await bundleOf(version, relay), worldOf(relay));
  await shelf.fill();
  return { shelf, relay };
}

const read = async (shelf: Shelf, path: string): Promise<string | undefined> =>
  (await shelf.answer("GET", ORIGIN + path))?.text();

test("answer_relayAway_isWhatWasKept", async () => {
  const { shelf, relay } = await filled("one");
  relay.away = true;
  equal(await read(shelf, "/?lang=ar"), '<meta content="one">');
  equal(await read(shelf, "/main.js"), "main of one");
});

test("answer_relayThere_isWhatWasKeptAtOnceAndOfOneBundle", async () => {
  const { shelf, relay } = await filled("one");
  Object.assign(relay.files, relayOf("two").files);
  relay.asked.length = 0;
  equal(await read(shelf, "/"), '<meta content="one">');
  equal(await read(shelf, "/main.js"), "main of one");
  equal(relay.asked, []);
});

test("answer_browserThrewTheKeptAway_isWhatTheRelayHas", async () => {
  const { shelf } = await filled("one");
  await caches.delete("mashrabiya-one");
  equal(await read(shelf, "/"), '<meta content="one">');
  equal(await read(shelf, "/main.js"), "main of one");
  equal(await caches.keys(), []);
});

test("answer_whatIsNoFileOfTheBundle_goesItsUsualWay", async () => {
  const { shelf } = await filled("one");
  for (const path of ["/v1/device", "/v1/home/media", "/healthz", "/ca", "/toString", "/constructor", "/main.js/", "/other.js"]) {
    equal(shelf.answer("GET", ORIGIN + path), undefined, path);
  }
  equal(shelf.answer("POST", `${ORIGIN}/main.js`), undefined);
  equal(shelf.answer("GET", "https://evil.example/main.js"), undefined);
});

test("fill_fileOfAnotherBundle_keepsNothing", async () => {
  const { relay } = await filled("one");
  const bundle = await bundleOf("two", relayOf("two")); // the relay still has the files of the first
  const newer = new Shelf(bundle, worldOf(relay));
  const outcome = await newer.fill().then(
    () => "filled",
    () => "refused",
  );
  equal(outcome, "refused");
  equal(await caches.keys(), ["mashrabiya-one"]);
});

test("fill_browserItselfKeptAlteredFiles_goesPastThem", async () => {
  const { relay } = await filled("one");
  const honest = relayOf("two");
  const altered = relayOf("altered");
  const fetched: World["fetch"] = (path, { cache }) => (cache === "reload" ? honest : altered).fetch(path);
  const newer = new Shelf(await bundleOf("two", honest), { ...worldOf(relay), fetch: fetched });
  await newer.fill();
  equal(await read(newer, "/main.js"), "main of two");
});

test("tidy_afterANewerBundle_leavesThatAloneAndWhatIsNotOurs", async () => {
  await filled("one");
  await caches.open("others-data");
  const relay = relayOf("two");
  const newer = new Shelf(await bundleOf("two", relay), worldOf(relay));
  await newer.fill();
  await newer.tidy();
  equal((await caches.keys()).sort(), ["mashrabiya-two", "others-data"]);
  await caches.delete("others-data");
});

test("answer_anything_isNeverKept", async () => {
  const { shelf } = await filled("one");
  await read(shelf, "/");
  await read(shelf, "/main.js");
  const kept = await (await caches.open("mashrabiya-one")).keys();
  equal(kept.map((request) => new URL(request.url).pathname).sort(), ["/", "/main.js"]);
});
