package io.mashrabiya.home.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Still.Format;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotRequestTest {
  @Test
  void read_withoutACamera_isForTheOnlyOne() {
    assertThat(SnapshotRequest.read("GET /snapshot.jpg HTTP/1.1"))
        .contains(new SnapshotRequest(Format.JPEG, Optional.empty()));
  }

  @Test
  void read_nameWithSpacesOrInArabic_isDecoded() {
    assertThat(SnapshotRequest.read("GET /snapshot.webp?camera=Front%20door HTTP/1.1"))
        .contains(new SnapshotRequest(Format.WEBP, Optional.of("Front door")));
    assertThat(
            SnapshotRequest.read(
                "GET http://home/snapshot.jpeg?camera=%D8%A8%D8%A7%D8%A8 HTTP/1.0"))
        .contains(new SnapshotRequest(Format.JPEG, Optional.of("باب")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET / HTTP/1.1",
        "POST /snapshot.jpg HTTP/1.1",
        "GET /snapshot.png HTTP/1.1",
        "GET /snapshot.jpg HTTP/2",
        "GET /snapshot.jpg?camera=%D HTTP/1.1",
        "GET /snapshot.jpg?width=3 HTTP/1.1",
        "GET /snapshot.jpg?camera=a&camera=b HTTP/1.1",
        "GET /../snapshot.jpg HTTP/1.1",
      })
  void read_anythingElse_isRefused(String line) {
    assertThat(SnapshotRequest.read(line)).isEmpty();
  }
}
