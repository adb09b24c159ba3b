// Listens to what a page plays, beside the loudspeaker, and keeps when a bell began to ring and how high it was. By the
// old script processor, because a page of ours runs no worklet but its own.
const LOUD = 0.03;
const SILENCE_SECONDS = 0.2;
const MEASURED_SECONDS = 0.1;
const BLOCK = 256;
globalThis.bells = [];

const connect = AudioNode.prototype.connect;
AudioNode.prototype.connect = function (to, ...more) {
  if (to instanceof AudioDestinationNode) {
    const ear = new Ear(this.context);
    connect.call(this, ear.node);
    connect.call(ear.node, to); // what is connected to nothing is not asked; it adds silence
  }
  return connect.call(this, to, ...more);
};

/** A bell begins after silence; its pitch is told by how often it crosses zero in the tenth of a second that follows. */
class Ear {
  silentSeconds = 0;
  last = 0;

  constructor(context) {
    this.context = context;
    this.node = context.createScriptProcessor(BLOCK, 1, 1);
    this.node.onaudioprocess = ({ inputBuffer, playbackTime }) => this.block(inputBuffer.getChannelData(0), playbackTime);
  }

  block(samples, playbackTime) {
    const { sampleRate } = this.context;
    const begin = playbackTime - (2 * BLOCK) / sampleRate; // one block to gather, one to hand over
    for (let index = 0; index < samples.length; index++) this.hear(samples[index], begin + index / sampleRate);
  }

  hear(sample, at) {
    const isLoud = Math.abs(sample) > LOUD;
    if (this.bell === undefined && isLoud && this.silentSeconds > SILENCE_SECONDS) this.bell = { at, rises: [] };
    this.silentSeconds = isLoud ? 0 : this.silentSeconds + 1 / this.context.sampleRate;
    if (this.bell !== undefined) this.measure(sample, at);
    this.last = sample;
  }

  measure(sample, now) {
    const { at, rises } = this.bell;
    if (this.last < 0 && sample >= 0) rises.push(now);
    if (now - at < MEASURED_SECONDS) return;
    const { contextTime, performanceTime } = this.context.getOutputTimestamp();
    const playedMillis = performance.timeOrigin + performanceTime + (at - contextTime) * 1000;
    const periods = rises.slice(1).map((rise, index) => rise - rises[index]).sort((one, other) => one - other);
    if (periods.length > 2) {
      globalThis.bells.push({ playedMillis, hertz: 1 / periods[Math.floor(periods.length / 2)] }); // a busy page loses some
    }
    this.bell = undefined;
  }
}
