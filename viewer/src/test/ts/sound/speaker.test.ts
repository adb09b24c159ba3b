// The loudspeaker's side in a page that plays, or does not.

import { openSpeaker } from "../../../main/ts/sound/speaker";
import { equal, test } from "../harness";

/** What the body opens of the browser's sound, and which ports it closes. */
async function watched(body: () => Promise<void>): Promise<{ contexts: AudioContext[]; closed: MessagePort[] }> {
  const [context, close] = [globalThis.AudioContext, MessagePort.prototype.close];
  const [contexts, closed]: [AudioContext[], MessagePort[]] = [[], []];
  globalThis.AudioContext = class extends context {
    constructor(options?: AudioContextOptions) {
      super(options);
      contexts.push(this);
    }
  };
  MessagePort.prototype.close = function () {
    closed.push(this);
    close.call(this);
  };
  try {
    await body();
  } finally {
    globalThis.AudioContext = context;
    MessagePort.prototype.close = close;
  }
  return { contexts, closed };
}

/** Nobody takes what is decoded then, so it would pile up behind the port. */
test("openSpeaker_workletThatDoesNotLoad_closesAllAndSaysSo", async () => {
  let given: MessagePort | undefined;
  const { contexts, closed } = await watched(
    () =>
      new Promise((resolve) => {
        given = openSpeaker("/no-such-worklet.js", () => undefined, resolve).port;
      }),
  );
  equal(contexts.length, 1);
  const again = await contexts[0]!.close().then(
    () => "was open",
    () => "was closed",
  );
  equal(again, "was closed");
  equal([closed.length, closed[0] === given], [1, false], "the end that would have played");
});
