import { decodable } from "../decode/codecs";
import type { HouseholdId } from "../wire/ids";
import type { Gates } from "./gate";
import { House } from "./house";
import type { FromHouse, ToHouse } from "./messages";
import { reach } from "./milestones";
import { Threshold } from "./threshold";

/** The side of a worker that talks to the page that started it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToHouse>) => void) | null;
  postMessage(message: FromHouse): void;
}

/** A house that is made ready, decoders and all, and that nobody has entered. */
interface Approach {
  readonly household: HouseholdId;
  readonly house: Promise<House | undefined>;
}

/** Runs one household in this worker, once a page says which. */
export function run(scope: WorkerScope, gates: Gates): void {
  void decodable(); // takes a while, and depends on no household
  let approach: Approach | undefined;
  let opening: Promise<House | undefined> = Promise.resolve(undefined);
  const post = (message: FromHouse): void => scope.postMessage(message);

  const approached = (household: HouseholdId): Promise<House | undefined> => {
    if (approach?.household !== household) {
      leave(approach);
      const threshold = Threshold.of(household, globalThis.location.origin);
      approach = { household, house: threshold.then((held) => held && new House(held, gates, post)) };
    }
    return approach.house;
  };
  scope.onmessage = ({ data }) => {
    switch (data.is) {
      case "approach":
        return void approached(data.household).then(
          (house) => house?.approach(),
          () => undefined, // who enters is told
        );
      case "open":
        reach("asked");
        opening = enter(approached(data.household), post).catch((fault: unknown) => closed(fault, post));
        return undefined;
      default:
        return void opening.then((house) => house && obey(house, data));
    }
  };
}

function leave(approach: Approach | undefined): void {
  void approach?.house.then(
    (house) => house?.close(),
    () => undefined,
  );
}

function obey(house: House, order: Exclude<ToHouse, { is: "open" | "approach" }>): void {
  switch (order.is) {
    case "canvas":
      return house.paintOn(order.camera, order.canvas);
    case "sized":
      return house.sized(order.camera, order.heightPixels);
    case "save-data":
      return house.savesData(order.isSaving);
    case "order":
      return void house.order(order.key, order.order);
    case "listen":
      return house.listen(order.camera, order.port);
    case "heard":
      return house.heardAt(order.camera, order.captureMicros, order.playedMicros);
    case "hush":
      return house.hush();
    case "ask-relay":
      return house.askRelay();
    case "hurry":
      return house.hurry();
    case "network":
      return house.networkChanged();
    case "hidden":
      return house.hidden();
  }
}

/** The keys lie in the browser's storage: without it there is no house to open. */
function closed(fault: unknown, post: (message: FromHouse) => void): undefined {
  console.warn("the house does not open", fault);
  post({ is: "no-storage" });
}

async function enter(
  coming: Promise<House | undefined>,
  post: (message: FromHouse) => void,
): Promise<House | undefined> {
  const house = await coming;
  if (house === undefined) post({ is: "not-held" });
  else void house.start();
  return house;
}
