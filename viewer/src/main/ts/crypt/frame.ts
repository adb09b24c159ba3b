import type { Bytes } from "../wire/codec/bytes";
import { unlessMalformed } from "../wire/codec/malformed";
import { frameMetadata, type OpenedFrame, parseOpened, type SealedFrame, signedFrame } from "../wire/envelope";
import { type CameraId, type HouseholdId, sha256 } from "../wire/ids";
import type { ReportReason } from "../wire/letters";
import type { SframeKey } from "./sframe";
import type { VerifyingKey } from "./sign";

/** What became of a frame. */
export type FrameOutcome =
  { readonly is: "opened"; readonly frame: OpenedFrame } | { readonly is: "refused"; readonly reason: ReportReason };

/**
 * Opens one frame and proves it. Household and camera are those that were *asked for*.
 *
 * Guarantee: `opened` means that this home signed exactly this picture, as this frame of this camera of this household.
 */
export async function openFrame(
  household: HouseholdId,
  camera: CameraId,
  frame: SealedFrame,
  key: SframeKey,
  home: VerifyingKey,
): Promise<FrameOutcome> {
  const header = { counter: frame.number, bytes: frame.header };
  const plaintext = await key.open(header, frameMetadata(household, camera, frame), frame.sealed);
  if (plaintext === undefined) return { is: "refused", reason: "not-opened" };
  const opened = unlessMalformed(() => parseOpened(plaintext));
  if (opened === undefined) return { is: "refused", reason: "forged" }; // whoever held the key, no home wrote this
  const hash = await sha256(opened.picture);
  const signed = signedFrame(household, camera, frame, opened.captureMicros, hash);
  if (!(await isTheHomes(opened, signed, home))) return { is: "refused", reason: "forged" };
  return { is: "opened", frame: opened };
}

/**
 * Who has the key can seal; only the home can sign.
 *
 * @check
 */
function isTheHomes({ signature }: OpenedFrame, signed: Bytes, home: VerifyingKey): Promise<boolean> {
  return home.verifies(signature, signed);
}
