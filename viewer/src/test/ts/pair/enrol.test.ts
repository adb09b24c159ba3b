import { makeDeviceKeys } from "../../../main/ts/crypt/deviceKeys";
import { Enrolment } from "../../../main/ts/pair/enrol";
import { deviceName } from "../../../main/ts/pair/deviceName";
import { encodeBase64url } from "../../../main/ts/wire/codec/base64url";
import { utf8 } from "../../../main/ts/wire/codec/bytes";
import type { Json } from "../../../main/ts/wire/codec/json";
import { type PairingLink, parsePairingFragment } from "../../../main/ts/wire/enrolment";
import { type TestDevice, TestHome } from "../fixtures/testHome";
import { equal, table, test, throws } from "../harness";

const ORIGIN = "http://localhost:8080";

function linkTo(home: TestHome): PairingLink {
  return { household: home.id, secret: crypto.getRandomValues(new Uint8Array(16)), origin: ORIGIN };
}

type Change = (answer: Record<string, Json>, other: TestHome) => Record<string, Json>;

async function enrol(change: Change = (answer) => answer, at: (link: PairingLink) => PairingLink = (link) => link) {
  const [home, other] = await Promise.all([TestHome.make(), TestHome.make()]);
  const link = linkTo(home);
  const keys = makeDeviceKeys();
  const enrolment = await Enrolment.begin(link, keys, "Chrome on Linux");
  const member = async (id: TestDevice["id"]): Promise<string> => home.memberList(1, { id, keys: await keys });
  const answer = await home.enrol(at(link), enrolment.message, member, (said) => change(said, other));
  return { home, paired: await enrolment.finish(answer) };
}

test("finish_theHomesAnswer_givesAnIdentityOfThatHousehold", async () => {
  const { home, paired } = await enrol();
  equal(paired?.identity.household, home.id);
  equal(paired?.identity.root, home.rootPublic);
  equal(paired?.identity.origin, ORIGIN);
  equal(paired?.learned.household.name, "Our house");
  equal(paired?.identity.keys.sign.extractable, false);
  equal(paired?.identity.keys.kem.extractable, false);
});

const spoiled: readonly [string, Change][] = [
  ["anotherNonce", (answer) => ({ ...answer, nonce: encodeBase64url(new Uint8Array(16)) })],
  ["anotherHomesRoot", (answer, other) => ({ ...answer, root: encodeBase64url(other.rootPublic) })],
  ["anotherHomesCertificate", (answer, other) => ({ ...answer, certificate: other.certificate })],
  [
    "anotherHomesRootAndCertificate",
    (answer, other) => ({ ...answer, certificate: other.certificate, root: encodeBase64url(other.rootPublic) }),
  ],
  ["anotherDeviceId", (answer) => ({ ...answer, device: "aaaaaaaaaaaaaaaaaaaaaaaaaa" })],
  ["oneMemberMore", (answer) => ({ ...answer, more: 1 })],
];

table(
  spoiled,
  ([name]) => `finish_${name}_givesNothing`,
  async ([, change]) => {
    equal((await enrol(change)).paired, undefined);
  },
);

test("finish_memberListWithoutThisDevice_givesNothing", async () => {
  const home = await TestHome.make();
  const link = linkTo(home);
  const enrolment = await Enrolment.begin(link, makeDeviceKeys(), "Chrome on Linux");
  const answer = await home.enrol(link, enrolment.message, async () => home.memberList(1, await home.device()));
  equal(await enrolment.finish(answer), undefined);
});

test("finish_answerToAnotherMessageOfTheSameInvite_givesNothing", async () => {
  const home = await TestHome.make();
  const link = linkTo(home);
  const begin = (name: string): Promise<Enrolment> => Enrolment.begin(link, makeDeviceKeys(), name);
  const [one, other] = await Promise.all([begin("a"), begin("b")]);
  const answer = await home.enrol(link, other.message, async () => home.memberList(1));
  equal(await one.finish(answer), undefined);
  equal(await one.finish(new Uint8Array(5)), undefined);
});

test("parsePairingFragment_wholeLink_isRead", async () => {
  const home = await TestHome.make();
  const link = linkTo(home);
  const fragment = `pair/1/${home.id}/${encodeBase64url(link.secret)}/${encodeBase64url(utf8(ORIGIN))}`;
  equal(parsePairingFragment(fragment), link);
  const origin = (text: string): string => fragment.replace(/[^/]+$/, encodeBase64url(utf8(text)));
  for (const bad of [
    fragment.slice(0, 60),
    fragment.replace("pair/1", "pair/2"),
    `${fragment}/more`,
    fragment.replace(home.id, home.id.toUpperCase()),
    fragment.replace(encodeBase64url(link.secret), "AAAA"),
    origin("javascript:alert(1)"),
    origin("https://relay.example/path"),
    origin("https://RELAY.example"),
    "pair/1",
  ]) {
    await throws(() => parsePairingFragment(bad), /^Malformed/);
  }
});

const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
const agents: readonly [string, string][] = [
  [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME}`, "Chrome on Linux"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/156.0`, "Edge on Windows"],
  [`Mozilla/5.0 (Linux; Android 15; Pixel) ${CHROME}`, "Chrome on Android"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari on iPhone",
  ],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Mac"],
  ["something else", "Browser"],
];

table(
  agents,
  ([, name]) => `deviceName_${name}_isPlain`,
  ([agent, name]) => {
    equal(
      deviceName(agent, (browser, system) => `${browser} on ${system}`),
      name,
    );
  },
);
