// Watches the one tile of a page: which of the camera's pictures is on it, and what it says of it. A look each 100 ms;
// times are milliseconds since 1970. It reads a copy of few pixels, so that reading is cheap.
globalThis.watched = (() => {
  const LOOK_MILLIS = 100;
  const copy = new OffscreenCanvas(320, 180);
  const drawing = copy.getContext("2d", { willReadFrequently: true });
  // begun: when the page was gone to. framed: when the browser first drew it, whatever it showed.
  // first: the look that saw the first picture with its label. pictures: when which was new.
  const watched = { begun: Date.now() - performance.now(), framed: undefined, first: undefined, looks: [], pictures: [] };
  let tile, counter, lookedAt = 0;

  const find = root => {
    for (const element of root.querySelectorAll("*")) {
      if (element.localName === "mashrabiya-tile") return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };

  // The number of the picture, or why there is none. What is shut is behind the shutters, whatever is on the canvas.
  const read = () => {
    const canvas = tile?.shadowRoot?.querySelector("canvas");
    if (!canvas || canvas.classList.contains("shut")) return "nothing";
    if (canvas.width === 300 && canvas.height === 150) return "nothing"; // it was never painted
    drawing.drawImage(canvas, 0, 0, copy.width, copy.height);
    return readMark(drawing.getImageData(0, 0, copy.width, copy.height))?.counter ?? "unreadable";
  };

  const told = ({ is, captureMicros }) => [is, tile.toldSeconds ?? (captureMicros === undefined ? null : captureMicros / 1000)];

  const frame = () => {
    requestAnimationFrame(frame);
    watched.framed ??= Date.now();
    if (!tile?.isConnected) tile = find(document);
    if (tile === undefined) return;
    const shown = read();
    const now = Date.now();
    const look = [now, shown, ...told(tile.state.picture)];
    if (shown !== "nothing") watched.first ??= look; // also a still so coarse that its mark cannot be read
    if (typeof shown === "number" && shown !== counter) {
      counter = shown;
      watched.pictures.push([now, shown]);
    }
    if (now - lookedAt < LOOK_MILLIS) return;
    lookedAt = now;
    watched.looks.push(look);
  };
  requestAnimationFrame(frame);
  return watched;
})();
