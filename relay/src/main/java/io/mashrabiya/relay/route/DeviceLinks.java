package io.mashrabiya.relay.route;

import io.mashrabiya.wire.ids.DeviceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/// The links of a household's devices: one for each page that is open.
final class DeviceLinks {
  private final Map<DeviceId, SequencedSet<LinkId>> byDevice = new HashMap<>();
  private int size;

  void add(DeviceId device, LinkId link) {
    byDevice.computeIfAbsent(device, id -> new LinkedHashSet<>()).add(link);
    size++;
  }

  void remove(DeviceId device, LinkId link) {
    var links = byDevice.get(device);
    if (links != null && links.remove(link)) {
      size--;
      if (links.isEmpty()) {
        byDevice.remove(device);
      }
    }
  }

  Collection<LinkId> of(DeviceId device) {
    return byDevice.getOrDefault(device, new LinkedHashSet<>());
  }

  /// All of them, as they are now.
  List<LinkId> all() {
    return byDevice.values().stream().flatMap(Set::stream).toList();
  }

  /// Takes out the links of whoever is not among the members.
  List<LinkId> strikeOthersThan(Set<DeviceId> members) {
    List<LinkId> struck = new ArrayList<>();
    for (DeviceId device : List.copyOf(byDevice.keySet())) {
      if (!members.contains(device)) {
        var links = List.copyOf(of(device));
        links.forEach(link -> remove(device, link));
        struck.addAll(links);
      }
    }
    return struck;
  }

  /// How many devices have a link.
  int devices() {
    return byDevice.size();
  }

  int size() {
    return size;
  }
}
