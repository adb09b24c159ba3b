import { codecOf, decodable, familyOf } from "../../../main/ts/decode/codecs";
import { Painter } from "../../../main/ts/decode/painter";
import { PictureDecoder } from "../../../main/ts/decode/pictureDecoder";
import { decodeStill } from "../../../main/ts/decode/still";
import { equal, table, test } from "../harness";
import { hex } from "../hex";

// Four access units of 64 x 48 in one colour, baseline: key, delta, key, delta.
const PARAMETERS = "000000010910000000016742c00ada11ec04400000030040000007a3c489a80000000168ce0472";
const KEY = hex(`${PARAMETERS}0000016588843fffffc114500027e38000806470001007939393aebaebaebaebc0`);
const DELTA = hex("000000010930000001419a23c6c0");
const NEXT_KEY = hex(`${PARAMETERS}0000016588820ffffff045140009f8e00020191c000401e4e4e4ebaebaebaebaf0`);
const GARBAGE = hex(`${PARAMETERS}00000165ffffffffffffffffffffffffffffffff`);

/** A decoder whose doings are kept in order, and can be awaited. */
class Watched {
  readonly doings: string[] = [];
  private wanted = 0;
  private resolve: () => void = () => undefined;
  readonly decoder = new PictureDecoder({
    decoded: (picture, captureMicros) => {
      const [width, height] = "displayWidth" in picture ? [picture.displayWidth, picture.displayHeight] : [picture.width, picture.height];
      this.did(`painted ${captureMicros} ${width}x${height}`);
      picture.close();
    },
    lost: () => this.did("lost"),
    unsupported: (family) => this.did(`unsupported ${family}`),
  });

  async until(count: number): Promise<readonly string[]> {
    this.wanted = count;
    if (this.doings.length < count) await new Promise<void>((resolve) => (this.resolve = resolve));
    return this.doings;
  }

  private did(what: string): void {
    this.doings.push(what);
    if (this.doings.length >= this.wanted) this.resolve();
  }
}

test("codecOf_keyFrame_isNamedByItsParameterSet", () => {
  equal(codecOf(KEY), "avc1.42c00a");
  equal(codecOf(DELTA), undefined);
  equal(codecOf(new Uint8Array()), undefined);
});

// Parameter sets of x265, behind a video parameter set and a start code each.
table(
  [
    ["42010101600000030090000003000003003fa0050201696592a4932bc05a020000030002000003001410", "hev1.1.6.L63.90"],
    ["4201012408000003009fa8000003000099a001e020021c596ea4932bc05a020000030002000003001410", "hev1.4.10.H153.9F.A8"],
    ["42010102200000030090000003000003003ca00b080484d964a924caf0168080000003008000000504", "hev1.2.4.L60.90"],
  ] as const,
  ([, codec]) => `codecOf_${codec}_isNamedByItsParameterSet`,
  ([sps, codec]) => {
    const vps = "0000000140010c01ffff01600000030090000003000003003f928090";
    equal(codecOf(hex(`${vps}00000001${sps}000000014401c172b46240`)), codec);
    equal(familyOf(codec), "hev1");
  },
);

test("decode_jpegs_areAllPainted", async () => {
  const picture = await jpeg();
  equal(codecOf(picture), "jpeg");
  const watched = new Watched();
  for (let index = 1; index <= 3; index++) {
    watched.decoder.decode(picture, true, index, true);
    await watched.until(index);
  }
  equal(watched.doings, ["painted 1 32x16", "painted 2 32x16", "painted 3 32x16"]);
});

test("decodable_thisBrowser_readsTheUsualStreams", async () => {
  equal((await decodable()).includes("avc1.42e01e"), true);
});

test("decode_keyAndDeltas_areAllPainted", async () => {
  const watched = new Watched();
  [KEY, DELTA, NEXT_KEY, DELTA].forEach((unit, index) =>
    watched.decoder.decode(unit, index % 2 === 0, index + 1, true),
  );
  equal(await watched.until(4), ["painted 1 64x48", "painted 2 64x48", "painted 3 64x48", "painted 4 64x48"]);
});

test("decode_notToBePainted_isDecodedInSilence", async () => {
  const watched = new Watched();
  watched.decoder.decode(KEY, true, 1, false);
  watched.decoder.decode(DELTA, false, 2, true);
  equal(await watched.until(1), ["painted 2 64x48"]);
});

test("decode_asExpectedOrNot_isPainted", async () => {
  for (const codec of ["avc1.42c00a", "avc1.640028"]) {
    const watched = new Watched();
    watched.decoder.expect(codec);
    watched.decoder.decode(KEY, true, 1, true);
    equal([await watched.until(1), watched.decoder.decodes], [["painted 1 64x48"], "avc1.42c00a"]);
  }
});

test("decode_deltaFirst_asksForAKeyFrame", async () => {
  const watched = new Watched();
  watched.decoder.decode(DELTA, false, 1, true);
  equal(await watched.until(1), ["lost"]);
});

test("decode_afterGarbage_goesOnWithTheNextKeyFrame", async () => {
  const watched = new Watched();
  watched.decoder.decode(KEY, true, 1, true);
  equal(await watched.until(1), ["painted 1 64x48"]);
  watched.decoder.decode(GARBAGE, true, 2, true);
  equal((await watched.until(2)).slice(1), ["lost"]);
  watched.decoder.decode(NEXT_KEY, true, 3, true);
  equal((await watched.until(3)).slice(2), ["painted 3 64x48"]);
});

test("decode_picturesThatNeverComeOut_doNotHoldBackLaterOnes", async () => {
  const watched = new Watched();
  const toPaint = Reflect.get(watched.decoder, "toPaint") as Set<number>;
  watched.decoder.decode(KEY, true, 1, true);
  await watched.until(1);
  for (let lost = 2; lost < 40; lost++) toPaint.add(lost); // as a decoder leaves them that conceals what it misses
  watched.decoder.decode(NEXT_KEY, true, 50, true);
  equal((await watched.until(2)).slice(1), ["painted 50 64x48"]);
});

async function jpeg(): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(32, 16);
  canvas.getContext("2d")!.fillRect(0, 0, 32, 16);
  return new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
}

test("decodeStill_jpeg_isDecodedAndElseNothing", async () => {
  const picture = await decodeStill(await jpeg());
  equal([picture?.width, picture?.height], [32, 16]);
  equal(await decodeStill(hex("ffd8ffff")), undefined);
  equal(await decodeStill(new TextEncoder().encode("<svg xmlns='http://www.w3.org/2000/svg'/>")), undefined);
});

test("painter_pictureBeforeTheCanvas_isPaintedOnceItIsThere", async () => {
  const painter = new Painter();
  painter.paint((await decodeStill(await jpeg()))!);
  const canvas = new OffscreenCanvas(1, 1);
  painter.paintOn(canvas);
  equal([canvas.width, canvas.height], [32, 16]);
});
