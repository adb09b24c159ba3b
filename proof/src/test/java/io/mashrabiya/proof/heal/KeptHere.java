package io.mashrabiya.proof.heal;

import io.mashrabiya.proof.house.Screen;

/// What a browser keeps for a start on a dead line.
final class KeptHere {
  private static final String WORKS_ALONE =
      "() => navigator.serviceWorker.ready.then(one => one.active.state === 'activated')";

  /// Whether the browser holds a still of the one camera, sealed as it came.
  private static final String HOLDS_A_STILL =
      """
      async () => {
        for (const {name} of await indexedDB.databases()) {
          const opened = await new Promise((done, failed) => {
            const asked = indexedDB.open(name);
            asked.onsuccess = () => done(asked.result);
            asked.onerror = () => failed(asked.error);
          });
          const count = opened.objectStoreNames.contains('stills') && await new Promise(done => {
            const asked = opened.transaction('stills').objectStore('stills').count();
            asked.onsuccess = () => done(asked.result);
          });
          opened.close();
          if (count) return true;
        }
        return false;
      }
      """;

  private KeptHere() {}

  /// Returns when it holds the viewer's files, and a still.
  static void waitForAll(Screen screen) {
    screen.waitFor(() -> is(screen, WORKS_ALONE) && is(screen, HOLDS_A_STILL));
  }

  private static boolean is(Screen screen, String question) {
    return (boolean) screen.page().evaluate(question);
  }
}
