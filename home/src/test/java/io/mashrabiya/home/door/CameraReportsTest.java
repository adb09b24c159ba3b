package io.mashrabiya.home.door;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.letter.CameraState;
import io.mashrabiya.words.Sentence;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CameraReportsTest {
  @Test
  void read_whatWasWritten_isTheSame() throws Exception {
    List<CameraReport> reports =
        List.of(
            new CameraReport("الباب", CameraState.LIVE, Sentence.NOTHING),
            new CameraReport("Yard", CameraState.SILENT, say("{0} says \"nothing\".", "It"))
                .telling(Optional.of(Instant.ofEpochSecond(7, 5_000)), Optional.empty()));
    assertThat(CameraReports.read(CameraReports.write(reports))).isEqualTo(reports);
  }

  @Test
  void read_anythingElse_isMalformed() {
    assertThatThrownBy(
            () -> CameraReports.read("{\"cameras\":[{}]}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Malformed.class);
  }
}
