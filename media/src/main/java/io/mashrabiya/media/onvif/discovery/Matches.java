package io.mashrabiya.media.onvif.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The cameras that answered so far, one for each endpoint: who answers twice, as on two networks,
/// counts once. Safe for threads.
final class Matches {
  private final Map<String, DiscoveredCamera> byEndpoint = new LinkedHashMap<>();
  private final int enough;

  Matches(int enough) {
    this.enough = enough;
  }

  synchronized void add(List<DiscoveredCamera> cameras) {
    for (DiscoveredCamera camera : cameras) {
      if (!isEnough()) {
        byEndpoint.putIfAbsent(camera.endpoint(), camera);
      }
    }
  }

  synchronized boolean isEnough() {
    return byEndpoint.size() >= enough;
  }

  synchronized List<DiscoveredCamera> cameras() {
    return List.copyOf(byEndpoint.values());
  }
}
