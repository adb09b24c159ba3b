package io.mashrabiya.testkit.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.testkit.Needed;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("peer")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NetworkNamespaceTest {
  private static final Path OWN = Path.of("/proc/thread-self/ns/net");

  @BeforeEach
  void need() {
    Needed.that(PacketLine.isAllowed(), "the right to make network namespaces", "running as root");
  }

  @Test
  void within_aSocketOpenedThere_isNotHere() throws Exception {
    try (NetworkNamespace apart = NetworkNamespace.open();
        ServerSocket there = apart.within(() -> new ServerSocket(0))) {
      assertThatThrownBy(
              () -> new Socket(InetAddress.getLoopbackAddress(), there.getLocalPort()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void within_aDeedThatThrows_bringsTheThreadBack() throws Exception {
    Path before = Files.readSymbolicLink(OWN);
    try (NetworkNamespace apart = NetworkNamespace.open()) {
      assertThat(apart.within(() -> Files.readSymbolicLink(OWN))).isNotEqualTo(before);
      assertThatThrownBy(
              () -> apart.within(() -> Files.readString(Path.of("/there/is/no/such/file"))))
          .isInstanceOf(NoSuchFileException.class);
    }
    assertThat(Files.readSymbolicLink(OWN)).isEqualTo(before);
  }

  @Test
  void within_onAVirtualThread_isRefused() throws Exception {
    try (NetworkNamespace apart = NetworkNamespace.open()) {
      var deed = new FutureTask<>(() -> apart.within(() -> true));
      Thread.ofVirtual().start(deed);
      assertThatThrownBy(deed::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IllegalStateException.class);
    }
  }
}
