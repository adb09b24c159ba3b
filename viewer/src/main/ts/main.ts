import "./main.css";
import { keepForOffline, nameFor } from "./offline/install";
import { arrive, type ViewerApp } from "./pages/app";
import { openSpeaker } from "./sound/speaker";

const arrival = arrive(); // first of all, because a pairing link's secret is in it
const worklet = new URL("sound/worklet.js", import.meta.url).href;
const app = document.createElement("mashrabiya-viewer") as ViewerApp;
app.arrival = arrival;
app.openSpeaker = (heard, failed) => openSpeaker(worklet, heard, failed);
app.workers = globalThis.mashrabiyaWorkers;
document.body.append(app);
nameFor(navigator.languages);
keepForOffline(new URL("sw.js", import.meta.url).href, () => !app.holdsAnything);
