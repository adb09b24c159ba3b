/** What a socket tells of. */
export interface SocketEvents {
  opened?(): void;
  message(data: unknown): void;
  closed(): void;
}

/** More than any relay says to somebody who has said nothing yet. */
const MOST_UNHEARD = 4;

/**
 * A WebSocket from its dialling on. What comes before somebody listens waits for them, a little of it: so a socket can be
 * dialled before it is known who will speak on it.
 */
export class Dialled {
  private readonly socket: WebSocket;
  private readonly unheard: ((events: SocketEvents) => void)[] = [];
  private listener: SocketEvents | undefined;
  private readonly dialledMillis = performance.now();
  private openedMillis = Infinity;

  constructor(
    private readonly origin: string,
    path: string,
  ) {
    this.socket = new WebSocket(socketUrl(origin, path));
    this.socket.binaryType = "arraybuffer";
    this.socket.onopen = () => {
      this.openedMillis = performance.now();
      this.tell((events) => events.opened?.());
    };
    this.socket.onmessage = ({ data }) => this.tell((events) => events.message(data));
    this.socket.onclose = () => this.tell((events) => events.closed());
  }

  /** To be called once. Nothing is told before this returns. */
  listen(events: SocketEvents): void {
    if (this.unheard.length === 0) this.listener = events;
    else queueMicrotask(() => this.catchUp(events));
  }

  /** About what a way to the relay and back took, once it is open; more where something was lost. TCP takes one, the upgrade another, TLS one between them. */
  get roundTripMillis(): number {
    return (this.openedMillis - this.dialledMillis) / (this.origin.startsWith("https") ? 3 : 2);
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  send(data: string | Uint8Array<ArrayBuffer>): void {
    this.socket.send(data);
  }

  close(): void {
    this.socket.close();
  }

  private catchUp(events: SocketEvents): void {
    this.listener = events;
    for (const event of this.unheard.splice(0)) event(events);
  }

  private tell(event: (events: SocketEvents) => void): void {
    if (this.listener !== undefined) event(this.listener);
    else if (this.unheard.push(event) > MOST_UNHEARD) this.giveUp();
  }

  /** It floods whoever is not there yet. */
  private giveUp(): void {
    const { socket } = this;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    this.unheard.splice(0, MOST_UNHEARD + 1, (events) => events.closed());
  }
}

/** `http` becomes `ws` and `https` becomes `wss`. */
export function socketUrl(origin: string, path: string): string {
  return origin.replace(/^http/, "ws") + path;
}
