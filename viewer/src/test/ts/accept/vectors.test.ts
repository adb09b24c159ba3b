// What is done with each frame, and how old a picture may be called: the vectors that the Java device reads, too.

import vectors from "vectors/accept.json";
import { Acceptance, type Released } from "../../../main/ts/accept/acceptance";
import { Freshness, type Now } from "../../../main/ts/accept/freshness";
import type { Kind, SealedFrame } from "../../../main/ts/wire/envelope";
import type { Kid } from "../../../main/ts/wire/kid";
import { equal, table } from "../harness";

interface Judged {
  /** KID and number of each. */
  readonly again: readonly (readonly number[])[];
  readonly refused: readonly (readonly number[])[];
}

interface Frame {
  readonly do: "frame";
  readonly kind: Kind;
  readonly kid: Kid;
  readonly number: number;
  readonly dependency: number;
  readonly sizeBytes: number;
  readonly at: number;
  /** Only of a frame that opens and verifies. */
  readonly captureMicros?: number;
  /** So many in a row, whose numbers rise. */
  readonly times?: number;
  readonly outcome: string;
}

type Event =
  | ({ readonly do: "rekeyed"; readonly keys: readonly Kid[] } & Judged)
  | ({ readonly do: "opened"; readonly epoch: number; readonly sent: number } & Judged & {
        readonly tracks: readonly { readonly kid: Kid; readonly first: number }[];
      })
  | ({ readonly do: "beat-answered"; readonly epoch: number; readonly sent: number } & Judged)
  | Frame
  | { readonly do: "decoder-lost" }
  | { readonly do: "next"; readonly kid: Kid; readonly number: number };

table(
  vectors.acceptance,
  ({ name }) => `acceptance_${name}`,
  ({ events, counts }) => {
    const acceptance = new Acceptance();
    for (const event of events as unknown as readonly Event[]) happen(acceptance, event);
    equal(acceptance.counts, counts);
  },
);

function happen(acceptance: Acceptance, event: Event): void {
  switch (event.do) {
    case "rekeyed":
      return judged(acceptance.rekeyed(new Set(event.keys)), event);
    case "opened":
      return judged(acceptance.opened(event.epoch, event.tracks, event.sent), event);
    case "beat-answered":
      return judged(acceptance.beatAnswered(event.epoch, event.sent), event);
    case "frame":
      for (let nth = 0; nth < (event.times ?? 1); nth++) {
        equal(outcome(acceptance, sealed(event, nth), event), event.outcome, JSON.stringify(event));
      }
      return;
    case "decoder-lost":
      return acceptance.decoderLost();
    case "next":
      return equal(acceptance.next(event.kid), event.number, JSON.stringify(event));
  }
}

function judged(released: Released, event: Judged): void {
  const names = (frames: readonly SealedFrame[]): unknown => frames.map(({ kid, number }) => [kid, number]);
  equal([names(released.again), names(released.refused)], [event.again, event.refused], JSON.stringify(event));
}

function sealed({ kind, kid, number, dependency, sizeBytes }: Frame, nth: number): SealedFrame {
  const none = new Uint8Array();
  const envelope = new Uint8Array(sizeBytes);
  return { kind, kid, number: number + nth, dependency: dependency + nth, header: none, sealed: none, envelope };
}

function outcome(acceptance: Acceptance, frame: SealedFrame, { at, captureMicros }: Frame): string {
  const arrival = acceptance.arrives(frame, at);
  if (arrival.is === "refused") return arrival.reason;
  if (arrival.is !== "to-open" || captureMicros === undefined) return arrival.is;
  const { complete, paint } = acceptance.accepted(frame, captureMicros);
  return complete ? (paint ? "painted" : "decoded") : "lost";
}

const moment = ([monotonicMillis, wallMillis]: readonly number[]): Now => ({
  monotonicMillis: monotonicMillis!,
  wallMillis: wallMillis!,
});

table(
  vectors.freshness,
  ({ name }) => `freshness_${name}`,
  ({ answers, asks }) => {
    const freshness = new Freshness();
    for (const { sent, homeMicros, heard } of answers) freshness.answered(moment(sent), homeMicros, moment(heard));
    for (const ask of asks) {
      const now = moment(ask.now);
      const age = freshness.ageMillis(ask.captureMicros, now) ?? null;
      equal(
        [age, freshness.hears(now), freshness.isLive(ask.captureMicros, now)],
        [ask.atMostMillis, ask.hears, ask.live],
        JSON.stringify(ask),
      );
    }
  },
);
