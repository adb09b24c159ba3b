import { Knowledge } from "../../../main/ts/house/knowledge";
import { HouseholdStore, type Identity } from "../../../main/ts/store/householdStore";
import { Statement } from "../../../main/ts/wire/statement";
import { anyCamera, cardKey, TestHome } from "../fixtures/testHome";
import { kidOf } from "../../../main/ts/wire/kid";
import { equal, test } from "../harness";

async function known() {
  const home = await TestHome.make();
  const device = await home.device();
  const identity: Identity = {
    household: home.id,
    origin: "http://localhost:8080",
    root: home.rootPublic,
    device: device.id,
    keys: device.keys,
  };
  const store = await HouseholdStore.open(home.id);
  await store.keepPairing(identity, { certificate: { text: home.certificate, serial: 7 } });
  const knowledge = (await Knowledge.of(store, identity, await store.learned()))!;
  return { home, device, identity, store, knowledge };
}

test("store_identity_comesBackWithKeysThatSign", async () => {
  const { identity, store } = await known();
  const kept = (await store.identity())!;
  equal([kept.household, kept.device, kept.origin], [identity.household, identity.device, identity.origin]);
  equal(kept.keys.sign.extractable, false);
  equal((await crypto.subtle.sign("Ed25519", kept.keys.sign, new Uint8Array(1))).byteLength, 64);
  store.close();
});

test("store_twoHouseholds_shareNothing", async () => {
  const [one, other] = await Promise.all([known(), known()]);
  const camera = anyCamera();
  await one.store.keepStill(camera, new Uint8Array([1]));
  equal(await other.store.still(camera), undefined);
  equal((await HouseholdStore.held()).includes(one.home.id), true);
  one.store.close();
  await HouseholdStore.forget(one.home.id);
  equal((await HouseholdStore.held()).includes(one.home.id), false);
  equal((await other.store.identity())?.household, other.home.id);
  other.store.close();
});

test("certificate_lowerSerialOrAnotherRoot_isDropped", async () => {
  const { home, knowledge, store } = await known();
  const other = await TestHome.make(99);
  equal(await knowledge.certificate(await home.certify(6)), false);
  equal(await knowledge.certificate(other.certificate), false);
  equal(await knowledge.certificate("nonsense"), false);
  equal(await knowledge.certificate(await home.certify(8)), true);
  equal((await store.learned()).certificate?.serial, 8);
  store.close();
});

test("keyCard_notNewerThanTheOneHeld_isDropped", async () => {
  const { home, device, knowledge, store } = await known();
  const content = cardKey(anyCamera(), kidOf(5, 0));
  equal(await knowledge.keyCard(await home.keyCard(device, 3, [content])), [content]);
  equal(await knowledge.keyCard(await home.keyCard(device, 2, [])), undefined);
  equal(await knowledge.keyCard(await home.keyCard(device, 3, [])), undefined, "of the same number");
  equal(await knowledge.keyCard(await home.keyCard(device, 4, [])), []);
  store.close();
});

/** A full disk, or a browser that lost its storage under the page. */
test("proven_storageThatTakesNothing_isUsedAllTheSame", async () => {
  const { home, device, knowledge, store } = await known();
  store.close();
  const content = cardKey(anyCamera(), kidOf(5, 0));
  equal(await knowledge.keyCard(await home.keyCard(device, 3, [content])), [content]);
  await knowledge.memberList(await home.memberList(3, device));
  equal(knowledge.listEdition, { ruledMicros: 3_000, serial: 7, version: 3 });
  equal(await knowledge.certificate(await home.certify(8)), true);
});

/** Rights and closures are in no list: two pasts may have the same members. */
test("memberList_theSameMembersRuledAtAnotherTime_contradictTheOneHeld", async () => {
  const { home, device, knowledge, store } = await known();
  const held = await home.memberList(3, device);
  equal(await Promise.all([knowledge.memberList(held), knowledge.memberList(held)]), [false, false]);
  equal(await knowledge.memberList(await home.memberListRuled(3_001, 3, device)), true);
  equal(knowledge.listText, Statement.parse(held).text);
  store.close();
});

test("memberList_notNewerOrWithoutThisDevice_isDropped", async () => {
  const { home, device, knowledge, store } = await known();
  const [three, two] = [await home.memberList(3, device), await home.memberList(2, device)];
  await knowledge.memberList(three);
  await knowledge.memberList(two);
  await knowledge.memberList(await home.memberList(3, device, await home.device()));
  await knowledge.memberList(await home.memberList(9, await home.device()));
  equal(knowledge.listEdition, { ruledMicros: 3_000, serial: 7, version: 3 });
  equal(knowledge.listText, Statement.parse(three).text);
  store.close();
});
