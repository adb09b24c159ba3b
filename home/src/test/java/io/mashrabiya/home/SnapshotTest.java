package io.mashrabiya.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.home.door.DoorClient;
import io.mashrabiya.home.door.LocalDoor;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.words.Sentence;
import java.io.ByteArrayInputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The socket in the data folder, of a home with a drawn camera.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SnapshotTest {
  private static final Optional<String> DOOR = Optional.of("Door");

  @TempDir private Path folder;
  private TestHouse house;
  private DoorClient client;

  @BeforeEach
  void start() throws Exception {
    house = new TestHouse(folder.resolve("home"));
    client = new DoorClient(house.data());
    Eventually.holds(() -> house.home().cameras().getFirst().state() == CameraState.LIVE);
  }

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void snapshot_liveCamera_isItsPictureWithItsTime() throws Exception {
    var jpeg = client.snapshot(DOOR, "jpg");
    var image = ImageIO.read(new ByteArrayInputStream(jpeg.body()));
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(640, 360);
    assertThat(jpeg.taken()).endsWith("GMT");
    var webp = client.snapshot(Optional.empty(), "webp");
    assertThat(new String(webp.body(), 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
  }

  @Test
  void snapshot_unknownCamera_namesThoseThatThereAre() throws Exception {
    var answer = client.snapshot(Optional.of("Cellar"), "jpg");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.words().toString()).contains("camera=Door");
  }

  @Test
  void cameras_ofARunningHome_areToldWithTheirStates() throws Exception {
    assertThat(client.cameras())
        .containsExactly(new CameraReport("Door", CameraState.LIVE, Sentence.NOTHING));
    house.home().change(List.of(house.nowhere("Yard")));
    Eventually.holds(() -> house.home().cameras().getFirst().state() == CameraState.UNREACHABLE);
    assertThat(client.cameras()).isEqualTo(house.home().cameras());
    assertThat(client.cameras().getFirst().words().toString()).isNotEmpty();
  }

  @Test
  void socket_ofARunningHome_isForItsOwnerAndGoneAfterwards() throws Exception {
    Path socket = house.data().resolve(LocalDoor.NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
        .isEqualTo("rw-------");
    house.stopHome();
    assertThat(socket).doesNotExist();
  }

  /// As after a kill -9: the folder's lock tells that nobody is there.
  @Test
  void socket_leftByAKilledHome_isReplaced() throws Exception {
    house.stopHome();
    Files.createFile(house.data().resolve(LocalDoor.NAME));
    house.startHome();
    Eventually.holds(() -> house.home().cameras().getFirst().state() == CameraState.LIVE);
    assertThat(client.snapshot(DOOR, "jpg").isGiven()).isTrue();
  }

  @Test
  void visitors_whoSayNothing_keepNobodyOutForLong() throws Exception {
    List<SocketChannel> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        silent.add(connect());
      }
      assertThat(client.snapshot(DOOR, "jpg").isGiven()).isTrue();
    } finally {
      for (SocketChannel each : silent) {
        each.close();
      }
    }
  }

  @Test
  void visitor_whoSaysTooMuchOrAnythingElse_isToldWhatToAskFor() throws Exception {
    assertThat(said("GET /" + "a".repeat(10_000))).startsWith("HTTP/1.1 400 ");
    assertThat(said("DELETE /snapshot.jpg HTTP/1.1\r\n\r\n")).contains("/snapshot.jpg?camera=NAME");
    assertThat(client.snapshot(DOOR, "jpg").isGiven()).isTrue();
  }

  private String said(String request) throws Exception {
    try (SocketChannel channel = connect()) {
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      byte[] answer = Channels.newInputStream(channel).readAllBytes();
      return new String(answer, StandardCharsets.ISO_8859_1);
    }
  }

  private SocketChannel connect() throws Exception {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(house.data().resolve(LocalDoor.NAME)));
    return channel;
  }
}
