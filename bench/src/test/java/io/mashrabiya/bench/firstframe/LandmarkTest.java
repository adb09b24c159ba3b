package io.mashrabiya.bench.firstframe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandmarkTest {
  private static int passes(Landmark landmark, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    return landmark.passes(bytes, bytes.length);
  }

  private static Landmark landmark(String text) {
    return new Landmark(text.getBytes(US_ASCII));
  }

  @ParameterizedTest
  @CsvSource({"abc, 0", "ababac, 1", "abababac, 1", "ababacababac, 2", "ababacabac, 1"})
  void passes_wholeStream_areAllThatAreThere(String stream, int passes) {
    assertThat(passes(landmark("ababac"), stream)).isEqualTo(passes);
  }

  @Test
  void passes_ofOneThatOverlapsItself_areAll() {
    assertThat(passes(landmark("aa"), "aaaa")).isEqualTo(3);
  }

  @Test
  void passes_streamInPiecesOfOneByte_areWhereItEnds() {
    Landmark landmark = landmark("ab");
    List<Integer> passes = new ArrayList<>();
    for (String piece : List.of("a", "a", "b", "b", "a", "b")) {
      passes.add(passes(landmark, piece));
    }
    assertThat(passes).containsExactly(0, 0, 1, 0, 0, 1);
  }

  @Test
  void passes_whatLiesBehindTheLength_doesNotCount() {
    assertThat(landmark("ab").passes("abab".getBytes(US_ASCII), 2)).isOne();
  }
}
