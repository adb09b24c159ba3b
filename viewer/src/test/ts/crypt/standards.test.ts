// Vectors that others made: RFC 9605 (SFrame), and HPKE sealed by Go's crypto/hpke to a key of RFC 9180's vectors.

import { hpkeOpen, hpkeSeal } from "../../../main/ts/crypt/hpke";
import { SframeKey } from "../../../main/ts/crypt/sframe";
import { utf8 } from "../../../main/ts/wire/codec/bytes";
import { parseSframeHeader } from "../../../main/ts/wire/sframe";
import { equal, test } from "../harness";
import { hex } from "../hex";

const BASE_KEY = hex("000102030405060708090a0b0c0d0e0f");
const METADATA = hex("4945544620534672616d65205747");
const CIPHERTEXT = hex("990123456794f509d36e9beacb0e261d99c7d1e972f1fed787d4049f17ca21353c1cc24d56ceabced279");
const PLAINTEXT = utf8("draft-ietf-sframe-enc");

test("sframe_vectorOfRfc9605_opens", async () => {
  const header = parseSframeHeader(CIPHERTEXT);
  equal([header.kid, header.counter], [0x123, 0x4567]);
  const key = await SframeKey.derive(header.kid, BASE_KEY);
  equal(await key.open(header, METADATA, CIPHERTEXT.subarray(header.bytes.length)), PLAINTEXT);
});

test("sframe_otherMetadata_doesNotOpen", async () => {
  const header = parseSframeHeader(CIPHERTEXT);
  const key = await SframeKey.derive(header.kid, BASE_KEY);
  equal(await key.open(header, utf8("other"), CIPHERTEXT.subarray(header.bytes.length)), undefined);
});

test("sframe_keyOfAnotherKid_doesNotOpen", async () => {
  const header = parseSframeHeader(CIPHERTEXT);
  const key = await SframeKey.derive(0x124, BASE_KEY);
  equal(await key.open(header, METADATA, CIPHERTEXT.subarray(header.bytes.length)), undefined);
});

const PUBLIC = hex("430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c");
const PRIVATE = hex("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d");
const INFO = utf8("mashrabiya/v1/key-card");
const SEALED_BY_GO = hex(
  "60a4831a3fd032d2c5dfc5272fabdc831563b860016430813ae9d103def4ed5a" +
    "a0b0e893e5eb7158fb53a7c7b9861ea06d73a99cfdcc0f117958ea9855348d36d52117ed28acdc8ff240418a",
);

async function recipient() {
  const pkcs8 = new Uint8Array([...hex("302e020100300506032b656e04220420"), ...PRIVATE]);
  return {
    privateKey: await crypto.subtle.importKey("pkcs8", pkcs8, "X25519", false, ["deriveBits"]),
    publicBytes: PUBLIC,
  };
}

test("hpke_sealedByGo_opens", async () => {
  const opened = await hpkeOpen(await recipient(), INFO, utf8("bound to this"), SEALED_BY_GO);
  equal(opened, utf8("what nobody in between reads"));
});

test("hpke_roundTrip_opens", async () => {
  const sealed = await hpkeSeal(PUBLIC, INFO, utf8("aad"), utf8("text"));
  equal(await hpkeOpen(await recipient(), INFO, utf8("aad"), sealed), utf8("text"));
});

test("hpke_anythingElse_doesNotOpen", async () => {
  const aad = utf8("bound to this");
  equal(await hpkeOpen(await recipient(), utf8("mashrabiya/v1/other"), aad, SEALED_BY_GO), undefined);
  equal(await hpkeOpen(await recipient(), INFO, utf8("bound to that"), SEALED_BY_GO), undefined);
  equal(await hpkeOpen(await recipient(), INFO, aad, SEALED_BY_GO.slice(0, 47)), undefined);
  const smallOrder = SEALED_BY_GO.slice();
  smallOrder.fill(0, 0, 32);
  equal(await hpkeOpen(await recipient(), INFO, aad, smallOrder), undefined);
});
