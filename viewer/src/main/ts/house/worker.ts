import { run } from "./run";
import { sealedGates } from "./sealedGate";

run(self as unknown as Parameters<typeof run>[0], sealedGates);
