"use strict";

registerProcessor(
  "doctor",
  class extends AudioWorkletProcessor {
    process() {
      return false;
    }
  },
);
