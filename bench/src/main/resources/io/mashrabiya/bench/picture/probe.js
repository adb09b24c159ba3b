// Watches the one canvas of a page: which of the camera's pictures it shows, since which animation frame. Times are
// milliseconds since 1970 by this browser's clock. It reads a copy of a quarter of the pixels, so that reading is cheap.
globalThis.probe = (() => {
  const copy = new OffscreenCanvas(320, 180);
  const drawing = copy.getContext("2d", { willReadFrequently: true });
  const probe = { begun: performance.timeOrigin, seen: [] };
  let canvas, counter;

  const find = root => {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches("canvas[data-camera]")) return element;
      const inside = element.shadowRoot && find(element.shadowRoot);
      if (inside) return inside;
    }
    return undefined;
  };

  const look = () => {
    requestAnimationFrame(look);
    const now = performance.timeOrigin + performance.now();
    if (!canvas?.isConnected) canvas = find(document);
    if (canvas === undefined || (canvas.width === 300 && canvas.height === 150)) return; // nothing was painted yet
    drawing.drawImage(canvas, 0, 0, copy.width, copy.height);
    const mark = readMark(drawing.getImageData(0, 0, copy.width, copy.height));
    if (mark === null || mark.counter === counter) return;
    counter = mark.counter;
    probe.seen.push([now, mark.camera, mark.counter]);
  };
  requestAnimationFrame(look);

  // Whoever clicks begins anew.
  const click = event => {
    probe.begun = performance.timeOrigin + event.timeStamp;
    probe.seen.length = 0;
    counter = undefined;
  };
  addEventListener("click", click, true);

  // By how much the wall clock is ahead of this page's: Date.now() has lost half a millisecond on average.
  probe.wallAheadMillis = () => {
    let sum = 0;
    const times = 1000;
    for (let i = 0; i < times; i++) sum += Date.now() + 0.5 - (performance.timeOrigin + performance.now());
    return sum / times;
  };
  return probe;
})();
