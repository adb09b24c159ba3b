package io.mashrabiya.home.link;

import io.mashrabiya.home.Eventually;
import io.mashrabiya.home.live.Live;
import io.mashrabiya.home.live.NoCopies;
import io.mashrabiya.home.live.Outbox;
import io.mashrabiya.home.store.Founding;
import io.mashrabiya.home.store.HomeFolder;
import io.mashrabiya.wire.ids.CameraId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a home has behind its links: keys, sealed pictures and the door that they leave by.
final class TestLinks implements AutoCloseable {
  static final CameraId DOOR = new CameraId(1, 1);
  static final CameraId NURSERY = new CameraId(2, 2);
  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// Waits for ever, for what should come, and not at all, for what the test need not see.
  static final LinkPatience PATIENT =
      new LinkPatience(
          Eventually.GUARD,
          Eventually.GUARD,
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          Duration.ofMillis(1));

  private final HomeFolder folder;
  private final Outbox outbox = new Outbox();
  private final Live live;

  TestLinks(Path data) throws Exception {
    folder =
        switch (HomeFolder.open(data, new Founding("House", Optional.empty()), Instant::now)) {
          case HomeFolder.Opening.Opened(HomeFolder opened) -> opened;
          case HomeFolder.Opening other -> throw new AssertionError("not opened: " + other);
        };
    live = new Live(folder, List.of(DOOR, NURSERY), new NoCopies(), outbox, Instant.now());
  }

  HomeFolder folder() {
    return folder;
  }

  Outbox outbox() {
    return outbox;
  }

  Live live() {
    return live;
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
