"use strict";

// Tries what the viewer needs, shows it, and tells the doctor who served this page.

const language = navigator.languages.map((tag) => tag.split("-")[0]).find((one) => Object.hasOwn(WORDS, one)) ?? "en";
const words = WORDS[language];

const sign = { name: "Ed25519" };

function say(id, text) {
  document.getElementById(id).textContent = text;
}

function greet() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.title = `Mashrabiya: ${words.title}`;
  say("title", words.title);
  say("state", words.looking);
}

/** Within three seconds, or not at all. */
function soon(promise) {
  return Promise.race([promise, new Promise((_, reject) => setTimeout(() => reject(new Error("too late")), 3000))]);
}

async function signs() {
  const pair = await crypto.subtle.generateKey(sign, false, ["sign", "verify"]);
  const text = new TextEncoder().encode("mashrabiya");
  const signature = await crypto.subtle.sign(sign, pair.privateKey, text);
  return crypto.subtle.verify(sign, pair.publicKey, signature, text);
}

async function agrees() {
  const [a, b] = await Promise.all([0, 1].map(() => crypto.subtle.generateKey("X25519", false, ["deriveBits"])));
  const bits = await crypto.subtle.deriveBits({ name: "X25519", public: b.publicKey }, a.privateKey, 256);
  return bits.byteLength === 32;
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Whether a key that cannot be read out can be kept. */
async function keepsKeys() {
  const name = "mashrabiya-doctor";
  const pair = await crypto.subtle.generateKey(sign, false, ["sign", "verify"]);
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
  const database = await done(opening);
  try {
    await done(database.transaction("keys", "readwrite").objectStore("keys").put(pair.privateKey, 1));
    const kept = await done(database.transaction("keys").objectStore("keys").get(1));
    return kept.type === "private";
  } finally {
    database.close();
    indexedDB.deleteDatabase(name);
  }
}

/** Whether a worker can paint. */
function paints() {
  const canvas = document.getElementById("canvas").transferControlToOffscreen();
  const worker = new Worker("worker.js");
  return new Promise((resolve) => {
    worker.onmessage = (event) => resolve(event.data === true);
    worker.onerror = () => resolve(false);
    worker.postMessage(canvas, [canvas]);
  }).finally(() => worker.terminate());
}

async function shows(codec) {
  return (await VideoDecoder.isConfigSupported({ codec, codedWidth: 1280, codedHeight: 720 })).supported === true;
}

async function hears(codec) {
  return (await AudioDecoder.isConfigSupported({ codec, sampleRate: 48000, numberOfChannels: 1 })).supported === true;
}

async function plays() {
  await new OfflineAudioContext(1, 128, 48000).audioWorklet.addModule("worklet.js");
  return true;
}

// In the order of their names, as the doctor reads them.
const abilities = {
  aac: () => hears("mp4a.40.2"),
  audioWorklet: plays,
  ed25519: signs,
  h264: () => shows("avc1.64001f"),
  h265: () => shows("hev1.1.6.L93.B0"),
  keyStore: keepsKeys,
  offscreenCanvas: paints,
  opus: () => hears("opus"),
  secureContext: async () => isSecureContext,
  x25519: agrees,
};

async function look() {
  const told = {};
  for (const [name, tried] of Object.entries(abilities)) {
    told[name] = await Promise.resolve().then(() => soon(tried())).catch(() => false);
    const item = document.createElement("li");
    item.textContent = `${words.abilities[name]}: ${told[name] ? words.yes : words.no}`;
    document.getElementById("abilities").append(item);
  }
  const answer = await fetch("told", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(told),
  });
  say("state", answer.ok ? words.told : words.deaf);
}

greet();
look().catch(() => say("state", words.untold));
