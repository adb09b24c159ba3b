import { decodable } from "../decode/h264";
import { HouseholdStore } from "../store/householdStore";
import type { HouseholdId } from "../wire/ids";
import type { Gates } from "./gate";
import { House } from "./house";
import { Knowledge } from "./knowledge";
import type { FromHouse, ToHouse } from "./messages";
import { reach } from "./milestones";

/** The side of a worker that talks to the page that started it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToHouse>) => void) | null;
  postMessage(message: FromHouse): void;
}

/** Runs one household in this worker, once a page says which. */
export function run(scope: WorkerScope, gates: Gates): void {
  void decodable(); // takes a while, and depends on no household
  let opening: Promise<House | undefined> = Promise.resolve(undefined);
  const post = (message: FromHouse): void => scope.postMessage(message);
  scope.onmessage = ({ data }) => {
    if (data.is === "open") opening = open(data.household, gates, post).catch((fault: unknown) => closed(fault, post));
    else void opening.then((house) => house && obey(house, data));
  };
}

function obey(house: House, order: Exclude<ToHouse, { is: "open" }>): void {
  switch (order.is) {
    case "canvas":
      return house.paintOn(order.camera, order.canvas);
    case "remove":
      return void house.remove(order.device);
    case "hurry":
      return house.hurry();
  }
}

/** The keys lie in the browser's storage: without it there is no house to open. */
function closed(fault: unknown, post: (message: FromHouse) => void): undefined {
  console.warn("the house does not open", fault);
  post({ is: "no-storage" });
}

async function open(
  household: HouseholdId,
  gates: Gates,
  post: (message: FromHouse) => void,
): Promise<House | undefined> {
  reach("asked");
  const store = await HouseholdStore.open(household);
  const [identity, learned] = await Promise.all([store.identity(), store.learned()]);
  const knowledge = identity && (await Knowledge.of(store, identity, learned));
  if (identity === undefined || knowledge === undefined) {
    store.close();
    if (identity === undefined) await HouseholdStore.forget(household); // looking for it had made an empty one
    post({ is: "not-held" });
    return undefined;
  }
  reach("known");
  const house = new House(identity, learned, knowledge, store, gates, post);
  void house.start(learned.card?.text);
  return house;
}
