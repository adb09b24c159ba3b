// What pages keep in the browser for the next time: small, no secret, and nothing that depends on it. Storage may be shut.

export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch (fault) {
    console.warn("not kept for the next time", fault);
  }
}

export function forgetKept(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch (fault) {
    console.warn("not forgotten", fault);
  }
}
