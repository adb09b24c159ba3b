package io.mashrabiya.proof.apart;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import java.nio.file.Path;

/// Serves the viewer's test worker that opens whatever any key in the browser opens, in the place
/// of the shipped one and under its headers. It exists only in the viewer's test sources.
final class Careless {
  private static final Path WORKER =
      Path.of(
          "..",
          "viewer",
          "target",
          "test-classes",
          "viewer-tests",
          "careless",
          "house",
          "worker.js");

  private Careless() {}

  static void answer(Route route) {
    APIResponse shipped = route.fetch();
    route.fulfill(new Route.FulfillOptions().setResponse(shipped).setPath(WORKER));
  }
}
