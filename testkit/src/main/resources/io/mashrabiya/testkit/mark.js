// Reads the mark of a drawn picture from pixels: the twin of io.mashrabiya.media.scene.MarkReader, and written from
// docs/ref/virtual-camera.md like it. Give it the ImageData of a whole picture, scaled or not.
globalThis.readMark = (() => {
  const COLUMNS = 16, ROWS = 6, LEAST_CONTRAST = 48;

  const luma = (image, x, y) => {
    const at = 4 * (y * image.width + x), data = image.data;
    return (77 * data[at] + 150 * data[at + 1] + 29 * data[at + 2]) >> 8;
  };

  // The mean of a cell without its outer quarters, which coding and scaling blur.
  const meanOfMiddle = (image, left, right, top, bottom) => {
    const insetX = Math.floor((right - left) / 4), insetY = Math.floor((bottom - top) / 4);
    let sum = 0, count = 0;
    for (let y = top + insetY; y < bottom - insetY; y++) {
      for (let x = left + insetX; x < right - insetX; x++) {
        sum += luma(image, x, y);
        count++;
      }
    }
    return count === 0 ? 0 : Math.floor(sum / count);
  };

  const crc32 = words => {
    let crc = 0xFFFFFFFF;
    for (const word of words) {
      for (let shift = 24; shift >= 0; shift -= 8) {
        crc ^= (word >>> shift) & 0xFF;
        for (let bit = 0; bit < 8; bit++) {
          crc = (crc >>> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
        }
      }
    }
    return ~crc >>> 0;
  };

  const readSized = (image, cellsInWidth) => {
    const pixels = cells => Math.floor((2 * cells * image.width + cellsInWidth) / (2 * cellsInWidth));
    const edgeX = column => pixels(cellsInWidth - 1 - COLUMNS + column), edgeY = row => pixels(row + 1);
    if (edgeX(1) - edgeX(0) < 2 || edgeY(ROWS + 1) > image.height) {
      return null;
    }
    const cells = [];
    for (let row = 0; row < ROWS; row++) {
      for (let column = 0; column < COLUMNS; column++) {
        cells.push(meanOfMiddle(image, edgeX(column), edgeX(column + 1), edgeY(row), edgeY(row + 1)));
      }
    }
    const darkest = Math.min(...cells), brightest = Math.max(...cells), words = [0, 0, 0];
    cells.forEach((cell, i) => {
      const word = Math.floor(i / 32);
      words[word] = ((words[word] << 1) | (2 * cell > darkest + brightest ? 1 : 0)) >>> 0;
    });
    const [camera, counter, crc] = words;
    const holds = brightest - darkest >= LEAST_CONTRAST && crc32([camera, counter]) === crc;
    return holds ? {camera, counter} : null;
  };

  return image => readSized(image, 80) ?? readSized(image, 40);
})();

// The mark on a canvas or a video element, also on a canvas that a worker paints.
globalThis.markOn = element => {
  const copy = new OffscreenCanvas(Math.max(1, element.width), Math.max(1, element.height));
  const drawing = copy.getContext('2d', {willReadFrequently: true});
  drawing.drawImage(element, 0, 0);
  return globalThis.readMark(drawing.getImageData(0, 0, copy.width, copy.height));
};
