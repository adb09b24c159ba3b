// What only the viewer does; the rules that it shares with the Java device are in vectors.test.ts.

import { Acceptance } from "../../../main/ts/accept/acceptance";
import { KIND, type SealedFrame } from "../../../main/ts/wire/envelope";
import { kidOf } from "../../../main/ts/wire/kid";
import { equal, test } from "../harness";

const EPOCH = 1_795_426_800;
const STILL = kidOf(EPOCH, 4);
const NONE = new Uint8Array();

function still(kid: number): SealedFrame {
  return { kid, number: 0, kind: KIND.still, dependency: 0, header: NONE, sealed: NONE, envelope: NONE };
}

test("kept_stillThatIsTooOldKeylessOrRepeated_isSupersededAndNeverRefused", () => {
  const acceptance = new Acceptance();
  acceptance.rekeyed(new Set([STILL]));
  acceptance.opened(EPOCH, [], 0);
  equal(acceptance.kept(still(kidOf(EPOCH - 2, 4))), { is: "superseded" });
  equal(acceptance.kept(still(kidOf(EPOCH + 2, 4))), { is: "superseded" });
  equal(acceptance.kept(still(STILL)), { is: "to-open" });
  acceptance.accepted(still(STILL), 1);
  equal(acceptance.kept(still(STILL)), { is: "superseded" });
  equal(acceptance.counts.superseded, 3);
});
