import "./main.css";
import { arrive, type ViewerApp } from "./pages/app";
import { workerAddress } from "./pages/workerAddress";

const arrival = arrive(); // first of all, because a pairing link's secret is in it
const worker = workerAddress(new URL("house/worker.js", import.meta.url).href);
const startWorker = (): Worker => new Worker(worker, { type: "module" });
let ready: Worker | undefined = startWorker(); // of no household yet: it loads while nobody has chosen one
const app = document.createElement("mashrabiya-viewer") as ViewerApp;
app.arrival = arrival;
app.startWorker = () => {
  const taken = ready ?? startWorker();
  ready = undefined;
  return taken;
};
document.body.append(app);
