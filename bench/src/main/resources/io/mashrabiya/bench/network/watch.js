// Watches the one tile of a page: which of the camera's pictures is on it, and what it says of it. A look each 100 ms;
// times are milliseconds since 1970. It reads a copy of few pixels, so that reading is cheap.
globalThis.watched = (() => {
  const LOOK_MILLIS = 100;
  const copy = new OffscreenCanvas(320, 180);
  const drawing = copy.getContext("2d", { willReadFrequently: true });
  const watched = { looks: [], pictures: 0 };
  let tile, counter, lookedAt = 0;

  const find = root => {
    for (const element of root.querySelectorAll("*")) {
      if (element.localName === "mashrabiya-tile") return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };

  const read = () => {
    const canvas = tile?.shadowRoot?.querySelector("canvas");
    if (!canvas || (canvas.width === 300 && canvas.height === 150)) return undefined; // nothing was painted yet
    drawing.drawImage(canvas, 0, 0, copy.width, copy.height);
    return readMark(drawing.getImageData(0, 0, copy.width, copy.height))?.counter;
  };

  const frame = () => {
    requestAnimationFrame(frame);
    if (!tile?.isConnected) tile = find(document);
    const shown = read();
    const now = Date.now();
    if (shown !== undefined && shown !== counter) watched.pictures++;
    counter = shown;
    if (tile === undefined || now - lookedAt < LOOK_MILLIS) return;
    lookedAt = now;
    watched.looks.push([now, shown ?? null, tile.dataset.state, tile.state.picture.seconds ?? null]);
  };
  requestAnimationFrame(frame);
  return watched;
})();
