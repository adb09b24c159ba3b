import type { Trouble } from "../accept/tileState";
import type { SoundTrouble } from "../house/ear";
import { roomsEn } from "./rooms.en";

/** Every word that the viewer says, in English. */
export const en = {
  ...roomsEn,
  language: "en",
  direction: "ltr" as "ltr" | "rtl",
  locale: "en",
  title: "Mashrabiya",
  motto: "Only your devices can open these pictures.",
  cameras: "Cameras",
  back: "All cameras",
  stream: { sub: "Smaller stream", small: "Small copy", low: "Slow connection", glimpses: "Very slow connection" },
  streamWhy: {
    sub: "This is the camera's smaller stream: enough for this size, or all that the connection carries or this browser reads.",
    small: "Your home makes small pictures of it while you look: the connection does not carry more, or this browser does not read what the camera sends.",
    low: "The connection is slow: small pictures, six a second at most.",
    glimpses: "The connection is very slow: a small picture every second or two.",
  },
  listen: "Listen",
  hush: "Stop listening",
  soundTrouble: {
    unsupported: "This browser cannot play its sound",
    declined: "Your home does not let it be heard now",
  } as Readonly<Record<SoundTrouble, string>>,
  deviceName: (browser: string, system: string) => `${browser} on ${system}`,

  // One short word or two for each state, on the picture.
  live: "Live",
  connecting: "On its way",
  refused: "Refused",
  offline: "Home not reachable",
  behind: "Home is an old copy",
  apart: "Not connected",
  barred: "Not let through",
  suspended: "Suspended",
  declined: "Not shown by your home",
  private: "Private",
  "not-now": "Not at this hour",
  unseen: "Not shown to this device",
  unreachable: "Camera not reachable",
  login: "Camera refused its password",
  silent: "Camera is silent",
  unsupported: "Cannot be shown",
  today: (time: string) => `Today, ${time}`,
  yesterday: (time: string) => `Yesterday, ${time}`,
  describe: (name: string, state: string) => `${name}: ${state}`,
  leftOut: (count: number) =>
    count === 1 ? "The connection left out 1 picture in the last minute." : `The connection left out ${count} pictures in the last minute.`,
  refusals: (count: number) => (count === 1 ? "1 picture refused" : `${count} pictures refused`),

  // What happened, what it means for you, what you can do.
  why: {
    refused: [
      "We did not show this picture",
      "It did not prove to be from your home, so it stays outside. Your home is being told.",
    ],
    offline: [
      "Your home does not answer",
      "Pictures come back by themselves once it does. Is the computer at home on, and its internet too?",
    ],
    behind: [
      "Your home shows nothing, to be safe",
      "It seems to run from an old copy of its data, and may have forgotten whom you removed. Where your home runs, put the newest copy back or confirm your devices with the recovery kit (mashrabiya home restore); pictures then come by themselves.",
    ],
    apart: ["This device is not connected", "We keep trying. A look at your own network may help."],
    suspended: [
      "The operator of the relay has suspended this household",
      "Its pictures are not carried now. Nothing at home is lost, and it goes on by itself once that is lifted. Whoever runs your home can ask the operator why, or use another relay.",
    ],
    barred: [
      "We are not let through to your home",
      "The relay between here and there says that this browser is not one of your home's devices. Your home itself has not said so. If somebody removed it, open a new pairing link here; if nobody did, wait: we keep asking.",
    ],
    declined: [
      "Your home does not show this camera now",
      "There may be more pictures open on this device than it shows at once: close other windows of this page. We keep asking.",
    ],
    private: ["Private", "Nobody sees this camera, you neither."],
    "not-now": [
      "You may look at other hours",
      "Somebody at home has set when this device may look. The picture comes by itself then.",
    ],
    unseen: ["This device may not see this camera", "Somebody who manages your home can change that, on the page People."],
    unreachable: ["Your home cannot reach this camera", "Is it switched on and in your network?"],
    login: [
      "The camera refused its user name or password",
      "Correct them in the home's configuration; the picture then comes by itself.",
    ],
    silent: [
      "The camera answers but sends no picture",
      "Close other apps that show it, or switch it off and on again. Your home says more where it runs.",
    ],
    unsupported: [
      "This camera's pictures cannot be shown here",
      "Your home cannot play it as it is set up, and says what to change where it runs; or this browser does not read its format: H.264 is read everywhere.",
    ],
  } as Readonly<Record<Explained, readonly [string, string]>>,
  stray: "A picture came that is from none of your cameras. We did not show it, and your home is being told.",
  noCameras: ["No cameras yet", "Your home has not named any. They appear here as soon as it does."] as readonly [
    string,
    string,
  ],
  opening: "Opening the shutters…",

  peopleWaiting: "Your home has not answered yet, so we cannot say who they are.",
  thisDevice: "This device",
  lastSeen: (when: string) => `Last seen ${when}`,
  neverSeen: "Not seen yet",
  remove: "Remove",
  keep: "Keep",
  removeAsk: (name: string) => `Remove ${name}? It has to be paired again to see anything.`,
  pairing: [
    "Opening your house…",
    "This browser is making its own keys. Your home answers with a seal that nobody in between can make.",
  ] as readonly [string, string],
  pairingFailed: {
    spent: [
      "This link has been used, or is too old",
      "A link is good once, and not for long. Another device of your home can show a new one, on its page People.",
    ],
    unreachable: [
      "Your home could not be reached",
      "The link is still good. Check that the home runs, then try again.",
    ],
    "not-proven": [
      "An answer came that your home did not make",
      "Nothing was stored. Try once more; if it happens again, somebody between you and your home is meddling.",
    ],
    "no-keys": [
      "This browser is too old for this",
      "It cannot make the keys that pairing needs. Update it, or open the link in another browser: the link is still good.",
    ],
    "no-storage": [
      "This browser keeps nothing for us",
      "The keys to your house lie in this browser's storage, and it does not let us use that. A private window, strict settings or a full disk may be why. Allow it, then open this page again.",
    ],
    "bad-link": ["This link is not complete", "Copy it again as a whole, or scan the code again."],
    "no-crypto": [
      "This page needs a secure connection",
      "Browsers give no cryptography to pages without one. Open it by https, or on the machine itself as localhost.",
    ],
  } as Readonly<Record<PairingTrouble, readonly [string, string]>>,
  again: "Try again",

  startTitle: "Whose house?",
  startEmpty: [
    "No house is open in this browser yet",
    "On a device that is in already: People, then Add a device, and scan the code here. Or open the link that is printed where your home runs. No account, no password.",
  ] as readonly [string, string],
  notHeld: [
    "This browser does not know that house",
    "Open a pairing link of your home in this browser first.",
  ] as readonly [string, string],
  removed: [
    "This browser may no longer look",
    "It is no longer among your home's devices. If that was a mistake, open a new pairing link of your home here.",
  ] as readonly [string, string],
  forget: "Forget this house here",
  forgetTitle: "This browser",
  forgetText: "It can forget this house: its keys and its last pictures. To look again, it has to be paired again.",
  toStart: "To the start",
};

export type Explained = Exclude<Trouble, "none" | "connecting">;
export type PairingTrouble = "spent" | "unreachable" | "not-proven" | "no-keys" | "no-storage" | "bad-link" | "no-crypto";
export type Catalogue = typeof en;
