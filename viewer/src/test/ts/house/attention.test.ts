import { Attention } from "../../../main/ts/house/attention";
import { equal, test } from "../harness";

/** Resolves when it is called. */
function call(): { made: () => void; done: Promise<void> } {
  let made: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (made = resolve));
  return { made, done };
}

test("hidden_forLonger_isAwayOnceAndBackOnce", async () => {
  const told: string[] = [];
  const away = call();
  const attention = new Attention(
    () => {
      told.push("away");
      away.made();
    },
    () => void told.push("back"),
    1,
  );
  attention.hidden();
  attention.hidden();
  await away.done;
  attention.hidden();
  attention.seen();
  attention.seen();
  equal(told, ["away", "back"]);
});

test("hidden_forAMoment_isNothing", async () => {
  const told: string[] = [];
  const attention = new Attention(
    () => void told.push("away"),
    () => void told.push("back"),
    1,
  );
  attention.hidden();
  attention.seen();
  await new Promise((resolve) => setTimeout(resolve, 2)); // set later and due later than the first would have been
  equal(told, []);
});
