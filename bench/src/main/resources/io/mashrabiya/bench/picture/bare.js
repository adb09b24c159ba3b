// The least that shows a camera: one WebSocket, WebCodecs, one canvas. A message is 1 for a key frame or 0, then an
// access unit of H.264 in Annex B form.
const canvas = document.querySelector("canvas");
const drawing = canvas.getContext("2d", { alpha: false });

const codecOf = unit => {
  const at = unit.findIndex((_, i) => unit[i] === 0 && unit[i + 1] === 0 && unit[i + 2] === 1 && (unit[i + 3] & 31) === 7);
  return "avc1." + [...unit.subarray(at + 4, at + 7)].map(byte => byte.toString(16).padStart(2, "0")).join("");
};

const paint = frame => {
  if (canvas.width !== frame.displayWidth) {
    canvas.width = frame.displayWidth;
    canvas.height = frame.displayHeight;
  }
  drawing.drawImage(frame, 0, 0);
  frame.close();
};

const go = () => {
  if (location.hash !== "#go") return;
  const decoder = new VideoDecoder({ output: paint, error: fault => console.error(fault) });
  const socket = new WebSocket(location.origin.replace(/^http/, "ws") + "/feed");
  socket.binaryType = "arraybuffer";
  socket.onmessage = ({ data }) => {
    const message = new Uint8Array(data), unit = message.subarray(1), isKey = message[0] === 1;
    if (decoder.state === "unconfigured") decoder.configure({ codec: codecOf(unit), optimizeForLatency: true });
    const type = isKey ? "key" : "delta";
    decoder.decode(new EncodedVideoChunk({ type, timestamp: performance.now() * 1000, data: unit }));
  };
};
addEventListener("hashchange", go);
go();
