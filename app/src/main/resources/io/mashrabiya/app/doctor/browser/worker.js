"use strict";

onmessage = (event) => {
  const drawing = event.data.getContext("2d");
  drawing.fillRect(0, 0, 8, 8);
  postMessage(drawing.getImageData(0, 0, 1, 1).data[3] === 255);
};
