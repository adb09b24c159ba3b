import type { Playing } from "./worklet";

/** The loudspeaker, while somebody listens. */
export interface Speaker {
  /** Goes on after the browser has silenced it. */
  resume(): void;
  close(): void;
}

/** Sound of that moment of the camera's was heard then, by this device's wall clock. */
export type Heard = (captureMicros: number, playedMicros: number) => void;

/**
 * Opens the loudspeaker, from a gesture, and gives the port that takes decoded sound. Whether it opens shows later: where
 * it fails, the port and all else are closed first.
 */
export type OpenSpeaker = (heard: Heard, failed: () => void) => { readonly speaker: Speaker; readonly port: MessagePort };

/**
 * The page's side of sound: browsers give the loudspeaker only to a page that somebody touched.
 *
 * @param worklet address of the worklet's module
 */
export function openSpeaker(worklet: string, heard: Heard, failed: () => void): ReturnType<OpenSpeaker> {
  const context = new AudioContext({ latencyHint: "interactive" });
  const { port1, port2 } = new MessageChannel();
  const close = (): void => void context.close().catch(() => undefined); // it was closed
  void context.resume();
  void context.audioWorklet
    .addModule(worklet)
    .then(() => play(context, port1, heard))
    .catch((fault: unknown) => {
      console.error("the loudspeaker does not open", fault);
      port1.close();
      close();
      failed();
    });
  const resume = (): void => {
    if (context.state !== "closed") void context.resume();
  };
  return { speaker: { resume, close }, port: port2 };
}

function play(context: AudioContext, port: MessagePort, heard: Heard): void {
  if (context.state === "closed") return;
  const node = new AudioWorkletNode(context, "mashrabiya-sound", { numberOfInputs: 0, outputChannelCount: [1] });
  node.port.onmessage = ({ data: { captureMicros, contextSeconds } }: MessageEvent<Playing>) => {
    const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
    if (performanceTime === 0) return; // nothing has come out yet
    const playedMillis = performance.timeOrigin + performanceTime + (contextSeconds - contextTime) * 1000;
    heard(captureMicros, playedMillis * 1000);
  };
  node.port.postMessage(port, [port]);
  node.connect(context.destination);
}
