// Plays what devices heard in histories (`proof`, package `trace`) to the classes that ship, and compares what they make of it
// with what the devices in Java made of it, verdict by verdict.

import { Device } from "./device";
import { type Happening, readTrace, type Visit } from "./trace";

/** What came of a history. */
interface Replayed {
  readonly deliveries: number;
  readonly verdicts: number;
  /** The first difference, in words. */
  readonly difference: string | undefined;
}

interface Difference {
  readonly delivery: number;
  readonly words: string;
}

/** Of the trace at that address. Devices play side by side, each in the order in which it heard. */
async function replay(address: string): Promise<Replayed> {
  const visits = readTrace(await (await fetch(address)).text());
  const differences = (await Promise.all(visits.map(differenceIn))).filter((one) => one !== undefined);
  differences.sort((one, other) => one.delivery - other.delivery);
  const happenings = visits.flat();
  return {
    deliveries: happenings.filter(({ what }) => what === "hear" || what === "see").length,
    verdicts: happenings.reduce((sum, { verdicts }) => sum + verdicts.length, 0),
    difference: differences[0]?.words,
  };
}

async function differenceIn(visit: Visit): Promise<Difference | undefined> {
  const device = new Device();
  const name = visit[0]!.words[2];
  for (const happening of visit) {
    const found = await judged(device, happening);
    const expected = ordered(happening.verdicts);
    if (found.length === expected.length && found.every((verdict, index) => verdict === expected[index])) continue;
    const { what, delivery } = happening;
    const words = `${name}, ${what} after delivery ${delivery}: Java made of it ${list(expected)}, the viewer ${list(found)}`;
    return { delivery, words };
  }
  return undefined;
}

async function judged(device: Device, { what, words }: Happening): Promise<readonly string[]> {
  try {
    return ordered(await device.meet(what, words));
  } catch (fault) {
    return [`threw ${String(fault)}`];
  }
}

/** One thing that happens may release frames of several cameras; in which order is nobody's promise. */
function ordered(verdicts: readonly string[]): readonly string[] {
  const cameras = [...new Set(verdicts.map(cameraOf))].sort();
  return cameras.flatMap((camera) => verdicts.filter((verdict) => cameraOf(verdict) === camera));
}

function cameraOf(verdict: string): string {
  const [is, camera] = verdict.split(" ");
  return is === "seen" || is === "refused" ? camera! : "";
}

function list(verdicts: readonly string[]): string {
  return verdicts.length === 0 ? "nothing" : verdicts.join(" and ");
}

Object.assign(globalThis, { replay });
