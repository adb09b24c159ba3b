// The decoder's own thread. It answers every message with what it can do, which is nothing yet.
self.addEventListener("message", () => self.postMessage({ kind: "unsupported" }));
