import type { Bytes } from "../wire/codec/bytes";
import { codecOf, type Family, familyOf, isJpeg } from "./codecs";
import type { Decoded } from "./painter";
import { decodeStill } from "./still";

/** What a decoder tells of. */
export interface DecoderEvents {
  /** A picture that is to be painted; whoever gets it closes it. */
  decoded(picture: Decoded, captureMicros: number): void;
  /** The decoder is gone (garbage, or a hidden tab's was taken away): nothing comes before the next key frame. */
  lost(): void;
  /** This browser cannot decode such a stream at all. */
  unsupported(family: Family | undefined): void;
}

/** Behind by more than this, pictures that are already overtaken are decoded without being painted. */
const BACKLOG_FRAMES = 3;
/** A decoder that is this far behind will not catch up: begin again at the next key frame. */
const MAX_QUEUED_FRAMES = 120;

/**
 * Decodes one camera's pictures: H.264 and H.265 in Annex B form by WebCodecs, one picture out for each in, and JPEG as
 * images. Makes a new decoder whenever one is lost.
 */
export class PictureDecoder {
  private decoder: VideoDecoder | undefined;
  private codec = "";
  private readonly toPaint = new Set<number>();
  private painted = false;
  private images = 0;
  private readonly examined = new Set<string>();
  private readonly refused = new Set<string>();

  constructor(private readonly events: DecoderEvents) {}

  /** Makes a decoder of such streams ready, so that the first picture does not wait for it. Any other may still come. */
  expect(codec: string): void {
    this.prepare(codec);
  }

  /** What the decoder of now decodes; empty before the first. */
  get decodes(): string {
    return this.codec;
  }

  decode(picture: Bytes, isKey: boolean, captureMicros: number, paint: boolean): void {
    if (isJpeg(picture)) return this.image(picture, captureMicros, paint);
    if (isKey) this.prepare(codecOf(picture));
    if (this.decoder === undefined) return this.events.lost();
    if (this.decoder.decodeQueueSize > MAX_QUEUED_FRAMES) return this.lose();
    if (paint) this.toPaint.add(captureMicros);
    try {
      const type = isKey ? "key" : "delta";
      this.decoder.decode(new EncodedVideoChunk({ type, timestamp: captureMicros, data: picture }));
    } catch {
      this.lose();
    }
  }

  close(): void {
    if (this.decoder !== undefined && this.decoder.state !== "closed") this.decoder.close();
    this.decoder = undefined;
    this.toPaint.clear();
    this.painted = false;
  }

  /** At each key frame: the decoder that its parameter sets want. */
  private prepare(codec: string | undefined): void {
    if (codec === undefined || codec === "jpeg" || (this.decoder !== undefined && codec === this.codec)) return;
    this.close();
    const made = new VideoDecoder({
      output: (frame) => this.output(frame),
      error: (fault) => {
        if (this.decoder !== made) return;
        this.lose();
        if (fault.name === "NotSupportedError") this.say(codec);
      },
    });
    made.configure({ codec, optimizeForLatency: true });
    this.decoder = made;
    this.codec = codec;
    void this.examine(codec);
  }

  /** Browsers differ in how they refuse what they cannot decode, and some only say that something went wrong. */
  private async examine(codec: string): Promise<void> {
    if (this.examined.has(codec)) return;
    this.examined.add(codec);
    const { supported } = await VideoDecoder.isConfigSupported({ codec, optimizeForLatency: true });
    if (supported === false) this.say(codec);
  }

  private say(codec: string): void {
    if (this.refused.has(codec)) return;
    this.refused.add(codec);
    this.events.unsupported(familyOf(codec));
  }

  private lose(): void {
    this.close();
    this.events.lost();
  }

  /** In a backlog only the first picture and the last few are worth painting. */
  private output(frame: VideoFrame): void {
    const wanted = this.toPaint.has(frame.timestamp);
    // What is to be painted rises: an earlier one that did not come out by now never will.
    for (const timestamp of this.toPaint) if (timestamp <= frame.timestamp) this.toPaint.delete(timestamp);
    const overtaken = this.painted && this.toPaint.size > BACKLOG_FRAMES;
    if (!wanted || overtaken) return frame.close();
    this.painted = true;
    this.events.decoded(frame, frame.timestamp);
  }

  /** In a backlog images are left out: each stands alone. */
  private image(picture: Bytes, captureMicros: number, paint: boolean): void {
    this.codec = "jpeg";
    if (!paint || this.images > BACKLOG_FRAMES) return;
    this.images++;
    void decodeStill(picture).then((image) => {
      this.images--;
      if (image !== undefined) this.events.decoded(image, captureMicros);
    });
  }
}
