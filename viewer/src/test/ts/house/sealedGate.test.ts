import { sealedGates } from "../../../main/ts/house/sealedGate";
import { utf8 } from "../../../main/ts/wire/codec/bytes";
import { kidOf } from "../../../main/ts/wire/kid";
import type { Opened } from "../../../main/ts/wire/letters";
import { anyCamera, cardKey, delta, key, TestHome } from "../fixtures/testHome";
import { equal, test } from "../harness";

const EPOCH = 1_795_426_800;
const PICTURE = utf8("a picture");

async function gated() {
  const [home, foreign] = await Promise.all([TestHome.make(), TestHome.make()]);
  const camera = anyCamera();
  const content = cardKey(camera, kidOf(EPOCH, 0));
  const seen: unknown[] = [];
  const gate = sealedGates.make(home.id, camera, home.proven, {
    letIn: ({ name, captureMicros, complete, paint }) => seen.push([name.number, captureMicros, complete, paint]),
    refused: (reason, name) => seen.push([reason, name?.number]),
    waits: () => seen.push("waits"),
    nowMillis: () => performance.now(),
  });
  const open = (): void => {
    gate.rekeyed([content]);
    gate.opened({ epoch: EPOCH, tracks: [{ kid: content.kid, first: 0 }] } as unknown as Opened, 0);
  };
  return { home, foreign, camera, content, seen, gate, open };
}

test("receive_ownFramesAllAtOnce_areLetInInOrder", async () => {
  const { home, content, seen, gate, open } = await gated();
  open();
  const frames = await Promise.all(
    [key(0), delta(1, 0), delta(2, 0)].map((name, at) => home.seal(content, name, 10 + at, PICTURE)),
  );
  await Promise.all(frames.map((frame) => gate.receive(frame)));
  equal(seen, [
    [0, 10, true, true],
    [1, 11, true, true],
    [2, 12, true, true],
  ]);
});

test("receive_anotherHouseholdsFrame_isRefusedWhicheverKeyItHas", async () => {
  const { foreign, content, seen, gate, open } = await gated();
  open();
  await gate.receive(await foreign.seal(content, key(0), 10, PICTURE));
  await gate.receive(await foreign.seal(cardKey(content.camera, content.kid), key(1), 11, PICTURE));
  equal(seen, [
    ["not-opened", 0],
    ["not-opened", 1],
  ]);
});

test("receive_forgeryReplayAndNonsense_areRefusedAndTheRestGoesOn", async () => {
  const { home, foreign, content, seen, gate, open } = await gated();
  open();
  const good = await home.seal(content, key(0), 10, PICTURE);
  await gate.receive(await home.seal(content, key(5), 10, PICTURE, { signer: foreign.keys.sign }));
  await gate.receive(good);
  await gate.receive(good);
  await gate.receive(utf8("nonsense"));
  await gate.receive(await home.seal(content, delta(1, 0), 11, PICTURE));
  equal(seen, [
    ["forged", 5],
    [0, 10, true, true],
    ["replayed", 0],
    ["malformed", undefined],
    [1, 11, true, true],
  ]);
});

test("receive_beforeItsKey_waitsAndComesInOnceTheCardIsThere", async () => {
  const { home, content, seen, gate, open } = await gated();
  await gate.receive(await home.seal(content, key(0), 10, PICTURE));
  open();
  await gate.next(content.kid);
  equal(seen, ["waits", [0, 10, true, true]]);
});

test("receive_epochThatTheHomeDoesNotName_isRefusedAfterTheNextAnswer", async () => {
  const { home, camera, seen, gate, open } = await gated();
  open();
  await gate.receive(await home.seal(cardKey(camera, kidOf(EPOCH + 1, 0)), key(3), 10, PICTURE));
  gate.beatAnswered(EPOCH, performance.now() + 1);
  equal(seen, ["waits", ["unknown-epoch", 3]]);
});

test("receive_epochFromBeforeAllThatTheHomeNamed_isRefusedAtOnceUnlessItWasKept", async () => {
  const { home, camera, content, seen, gate, open } = await gated();
  open();
  const older = await home.seal(cardKey(camera, kidOf(EPOCH - 1, 4)), { ...key(3), kind: 4 }, 10, PICTURE);
  await gate.receiveKept(older);
  equal(seen, []);
  await gate.receive(older);
  await gate.receiveKept(await home.seal(content, key(0), 11, PICTURE));
  equal(seen, [
    ["unknown-epoch", 3],
    [0, 11, true, true],
  ]);
});

test("next_askedWhileFramesAreJudged_isWhatFollowsThem", async () => {
  const { home, content, gate, open } = await gated();
  open();
  void gate.receive(await home.seal(content, key(7), 10, PICTURE));
  equal(await gate.next(content.kid), 8);
});

test("addressee_cameraOfNobody_isNobody", () => {
  const [one, other] = [anyCamera(), anyCamera()];
  equal(sealedGates.addressee(one, [other, one]), one);
  equal(sealedGates.addressee(anyCamera(), [other, one]), undefined);
});
