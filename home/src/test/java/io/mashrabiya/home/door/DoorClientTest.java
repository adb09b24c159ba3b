package io.mashrabiya.home.door;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.words.ToldException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DoorClientTest {
  @TempDir private Path folder;

  @Test
  void cameras_noHome_saysSo() {
    assertThatThrownBy(() -> new DoorClient(folder).cameras()).isInstanceOf(IOException.class);
  }

  /// As one does that was stopped: the system takes the connection for it.
  @Test
  void cameras_homeThatHangs_isNotWaitedForWithoutEnd() throws Exception {
    try (var home = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      home.bind(UnixDomainSocketAddress.of(folder.resolve(LocalDoor.NAME)));
      var client = new DoorClient(folder, Duration.ofMillis(200));
      assertThatThrownBy(client::cameras)
          .isInstanceOf(ToldException.class)
          .hasMessageContaining("does not answer");
    }
  }
}
