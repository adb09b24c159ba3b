package io.mashrabiya.media.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.testkit.Needed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Searching a whole network, in a network namespace with a pair of virtual Ethernet ends, so that
/// nobody else's network is asked.
@Tag("peer")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MulticastPeerTest {
  private static final String ADDRESS = "10.98.7.6";
  private static final String NETWORK =
      """
      ip link set lo up &&
      ip link add one type veth peer name other &&
      ip addr add %s/24 dev one &&
      ip link set other up &&
      ip link set one up &&
      ip route add 224.0.0.0/4 dev one &&
      exec "$@"
      """
          .formatted(ADDRESS);

  @ParameterizedTest
  @ValueSource(strings = {ADDRESS, "127.0.0.1"})
  void search_everywhere_findsTheDeviceAsAnothersClientDoes(String at) throws Exception {
    Needed.program("sudo apt-get install iproute2", "ip");
    Path unshare = Needed.program("sudo apt-get install util-linux", "unshare");
    Needed.program("sudo apt-get install nodejs npm", "node", "nodejs");
    Needed.that(
        Files.isDirectory(PeerProcess.NODE_MODULES.resolve("onvif")),
        "onvif from npm",
        "./dev test");
    boolean allowed =
        new ProcessBuilder(unshare.toString(), "-r", "-n", "true").start().waitFor() == 0;
    Needed.that(allowed, "the right to make a network namespace", "running it as root");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                unshare.toString(),
                "-r",
                "-n",
                "sh",
                "-c",
                NETWORK,
                "sh",
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Everywhere.class.getName(),
                at)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(process.inputReader(StandardCharsets.UTF_8).readAllLines())
          .containsExactly("1", "Door true", "{\"error\":null,\"addresses\":[\"there\"]}");
    } finally {
      process.destroyForcibly();
    }
  }
}
