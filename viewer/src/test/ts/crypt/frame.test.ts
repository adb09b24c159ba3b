import { openCard } from "../../../main/ts/crypt/card";
import { openFrame } from "../../../main/ts/crypt/frame";
import { SframeKey } from "../../../main/ts/crypt/sframe";
import type { Bytes } from "../../../main/ts/wire/codec/bytes";
import { utf8 } from "../../../main/ts/wire/codec/bytes";
import { parseEnvelope } from "../../../main/ts/wire/envelope";
import { kidOf } from "../../../main/ts/wire/kid";
import { anyCamera, cardKey, delta, key, TestHome } from "../fixtures/testHome";
import { equal, test } from "../harness";

const PICTURE = utf8("a picture");
const camera = anyCamera();
const content = cardKey(camera, kidOf(1_795_426_800, 0));

async function outcome(home: TestHome, envelope: Bytes, opener = home): Promise<unknown> {
  const frame = parseEnvelope(envelope);
  const sframe = await SframeKey.derive(frame.kid, content.baseKey);
  const result = await openFrame(opener.id, camera, frame, sframe, opener.proven.key);
  return result.is === "opened" ? [result.frame.captureMicros, result.frame.picture] : result.reason;
}

test("openFrame_ownFrame_opens", async () => {
  const home = await TestHome.make();
  equal(await outcome(home, await home.seal(content, key(0), 1_795_426_800_000_001, PICTURE)), [
    1_795_426_800_000_001,
    PICTURE,
  ]);
  equal(await outcome(home, await home.seal(content, delta(70_000, 9), 5, PICTURE)), [5, PICTURE]);
});

test("openFrame_anotherHouseholdsUnderTheSameKey_isNotOpened", async () => {
  const [home, other] = await Promise.all([TestHome.make(), TestHome.make()]);
  equal(await outcome(other, await other.seal(content, key(0), 1, PICTURE), home), "not-opened");
});

test("openFrame_anotherCamerasUnderTheSameKey_isNotOpened", async () => {
  const home = await TestHome.make();
  equal(await outcome(home, await home.seal(content, key(0), 1, PICTURE, { camera: anyCamera() })), "not-opened");
});

test("openFrame_sealedByAMemberWhoHoldsTheKey_isForged", async () => {
  const [home, member] = await Promise.all([TestHome.make(), TestHome.make()]);
  const envelope = await home.seal(content, key(0), 1, PICTURE, { signer: member.keys.sign });
  equal(await outcome(home, envelope), "forged");
});

test("openFrame_signedAsAnotherKind_isForged", async () => {
  const home = await TestHome.make();
  equal(await outcome(home, await home.seal(content, key(0), 1, PICTURE, { signedKind: 4 })), "forged");
});

test("openFrame_anyByteChanged_neverOpens", async () => {
  const home = await TestHome.make();
  const envelope = await home.seal(content, delta(2, 1), 1, PICTURE);
  for (let index = 0; index < envelope.length; index++) {
    const changed = envelope.slice();
    changed[index]! ^= 1;
    try {
      equal(typeof (await outcome(home, changed)), "string", `byte ${index}`);
    } catch (fault) {
      if (!(fault instanceof Error) || fault.name !== "Malformed") throw fault;
    }
  }
});

test("openCard_ownCard_givesItsKeys", async () => {
  const home = await TestHome.make();
  const device = await home.device();
  const card = await home.keyCard(device, 3, [content]);
  const opened = await openCard(card, home.id, device.id, device.keys, home.proven);
  equal(opened, { edition: { serial: 7, version: 3 }, keys: [content] });
});

test("openCard_ofAnotherDeviceOrHome_givesNothing", async () => {
  const [home, other] = await Promise.all([TestHome.make(), TestHome.make()]);
  const [device, neighbour] = await Promise.all([home.device(), home.device()]);
  const card = await home.keyCard(neighbour, 3, [content]);
  equal(await openCard(card, home.id, device.id, device.keys, home.proven), undefined);
  equal(await openCard(card, home.id, neighbour.id, device.keys, home.proven), undefined);
  const foreign = await other.keyCard(device, 3, [content]);
  equal(await openCard(foreign, home.id, device.id, device.keys, home.proven), undefined);
  equal(await openCard("not a card", home.id, device.id, device.keys, home.proven), undefined);
});

test("openCard_keysTwiceOrOutOfOrder_givesNothing", async () => {
  const home = await TestHome.make();
  const device = await home.device();
  for (const keys of [
    [content, content],
    [cardKey(camera, content.kid + 1), content],
  ]) {
    const card = await home.keyCard(device, 3, keys);
    equal(await openCard(card, home.id, device.id, device.keys, home.proven), undefined);
  }
});
