import { letTakeOver } from "../../../main/ts/offline/takeOver";
import { equal, test } from "../harness";

const HOUR_MILLIS = 3_600_000;

/** A tab whose storage stays from reload to reload, as a tab's own does. */
class Tab {
  reloads = 0;
  nowMillis = 10 * HOUR_MILLIS;
  holdsAnything = false;
  isNewerHere = Promise.resolve(false);
  isShut = false;
  page = new EventTarget();
  workers = new EventTarget();
  private readonly kept = new Map<string, string>();

  /** A page is there, from what is kept. */
  start(): void {
    this.page = new EventTarget();
    this.workers = new EventTarget();
    letTakeOver({
      page: this.page,
      workers: this.workers,
      storage: () => this.storage(),
      nowMillis: () => this.nowMillis,
      isNewerHere: () => this.isNewerHere,
      mayReload: () => !this.holdsAnything,
      reload: () => void this.reloads++,
    });
  }

  newer(): void {
    this.workers.dispatchEvent(new Event("controllerchange"));
  }

  touch(kind: string): void {
    this.page.dispatchEvent(new Event(kind));
  }

  private storage(): Storage {
    if (this.isShut) throw new Error("shut");
    const { kept } = this;
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    } as unknown as Storage;
  }
}

function started(): Tab {
  const tab = new Tab();
  tab.start();
  return tab;
}

test("takeOver_untouched_isAtOnce", () => {
  const tab = started();
  tab.newer();
  equal(tab.reloads, 1);
});

for (const kind of ["click", "input", "keydown", "pointerdown", "wheel"]) {
  test(`takeOver_after_${kind}_waitsUntilSomebodyGoesToAnotherPage`, () => {
    const tab = started();
    tab.touch(kind);
    tab.touch("hashchange"); // before there was anything newer
    tab.newer();
    equal(tab.reloads, 0);
    tab.touch("hashchange");
    equal(tab.reloads, 1);
  });
}

test("takeOver_whileSomethingWouldBeLost_waitsUntilItIsNot", () => {
  const tab = started();
  tab.holdsAnything = true;
  tab.newer();
  tab.touch("hashchange");
  equal(tab.reloads, 0);
  tab.holdsAnything = false;
  tab.touch("hashchange");
  equal(tab.reloads, 1);
});

/** As when two relays behind one name are not of one age. */
test("takeOver_serversThatDoNotAgree_isOnceAnHour", () => {
  const tab = started();
  tab.newer();
  tab.start();
  tab.newer();
  equal(tab.reloads, 1);
  tab.nowMillis -= HOUR_MILLIS / 2; // the clock was set
  tab.start();
  tab.newer();
  equal(tab.reloads, 1);
  tab.nowMillis += 3 * HOUR_MILLIS;
  tab.start();
  tab.newer();
  equal(tab.reloads, 2);
});

test("takeOver_storageThatIsShut_isNot", () => {
  const tab = started();
  tab.isShut = true;
  tab.newer();
  tab.touch("hashchange");
  equal(tab.reloads, 0);
});

/** A second tab was quicker. */
test("takeOver_newerWasThereBeforeAnybodyListened_isAtOnce", async () => {
  const tab = new Tab();
  tab.isNewerHere = Promise.resolve(true);
  tab.start();
  await tab.isNewerHere;
  equal(tab.reloads, 1);
  tab.newer();
  equal(tab.reloads, 1);
});
