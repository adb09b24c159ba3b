import type { HouseTrouble } from "../../../main/ts/accept/houseTrouble";
import type { TileState } from "../../../main/ts/accept/tileState";
import type { FromHouse } from "../../../main/ts/house/messages";
import { Teller } from "../../../main/ts/house/teller";
import type { CameraId } from "../../../main/ts/wire/ids";
import { equal, test } from "../harness";

const DOOR = "door" as CameraId;
const YARD = "yard" as CameraId;

function telling() {
  const refusals = new Map<CameraId, number>();
  const house: { trouble: HouseTrouble | undefined } = { trouble: undefined };
  const told: string[] = [];
  const teller = new Teller(
    {
      tile: (camera) => (refusals.has(camera) ? ({ refusals: refusals.get(camera) } as TileState) : undefined),
      trouble: () => house.trouble,
    },
    (message: FromHouse) => {
      if (message.is === "tile") told.push(`${message.camera} ${message.state.refusals}`);
      else if (message.is === "trouble") told.push(String(message.trouble));
    },
  );
  return { teller, refusals, house, told };
}

test("tellTile_same_isToldOnceForEachCamera", () => {
  const { teller, refusals, told } = telling();
  for (const count of [0, 0, 1, 1, 0]) {
    for (const camera of [DOOR, YARD]) {
      refusals.set(camera, count);
      teller.tellTile(camera);
    }
  }
  equal(told, ["door 0", "yard 0", "door 1", "yard 1", "door 0", "yard 0"]);
});

test("tellTile_cameraThatIsNotWatched_isNotToldAndNewWhenItComesAgain", () => {
  const { teller, refusals, told } = telling();
  teller.tellTile(DOOR);
  refusals.set(DOOR, 0);
  teller.tellTile(DOOR);
  teller.forget(DOOR);
  teller.tellTile(DOOR);
  equal(told, ["door 0", "door 0"]);
});

test("tellTrouble_same_isToldOnce", () => {
  const { teller, house, told } = telling();
  teller.tellTrouble(); // of none nobody needs to hear
  for (const trouble of ["behind", "behind", undefined, undefined] as const) {
    house.trouble = trouble;
    teller.tellTrouble();
  }
  equal(told, ["behind", "undefined"]);
});
