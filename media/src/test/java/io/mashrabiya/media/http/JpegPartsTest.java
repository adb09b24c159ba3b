package io.mashrabiya.media.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parts as the standard wants them, and as cameras send them.
class JpegPartsTest {
  private static final String JPEG = "Content-Type: image/jpeg\r\n";

  private static JpegParts parts(Object... pieces) {
    return parts(new ByteArrayInputStream(Bytes.of(pieces)));
  }

  private static JpegParts parts(InputStream body) {
    return new JpegParts(new ByteInput(body), () -> 0);
  }

  private static List<byte[]> all(Object... pieces) throws IOException {
    JpegParts parts = parts(pieces);
    List<byte[]> all = new ArrayList<>();
    for (var part = parts.next(); part.isPresent(); part = parts.next()) {
      all.add(part.get().bytes());
    }
    return all;
  }

  private static String length(byte[] picture) {
    return "Content-Length: " + picture.length + "\r\n";
  }

  @Test
  void next_asTheStandardWants_isEachPicture() throws IOException {
    assertThat(
            all(
                "--b\r\n",
                JPEG,
                length(Jpegs.ONE),
                "\r\n",
                Jpegs.ONE,
                "\r\n",
                "--b\r\n",
                JPEG,
                length(Jpegs.TWO),
                "\r\n",
                Jpegs.TWO,
                "\r\n--b--\r\n"))
        .containsExactly(Jpegs.ONE, Jpegs.TWO);
  }

  @Test
  void next_preamble_isSkipped() throws IOException {
    assertThat(all("hello\r\n\r\n--b\r\n", JPEG, "\r\n", Jpegs.ONE, "\r\n--b--\r\n"))
        .containsExactly(Jpegs.ONE);
  }

  @Test
  void next_noLength_endsAtTheDelimiter() throws IOException {
    assertThat(
            all(
                "--b\r\n",
                JPEG,
                "\r\n",
                Jpegs.ONE,
                "\r\n--b\r\n",
                JPEG,
                "\r\n",
                Jpegs.TWO,
                "\r\n--b--\r\n"))
        .containsExactly(Jpegs.ONE, Jpegs.TWO);
  }

  @Test
  void next_noLastDelimiter_handsOnThePictureThatIsWhole() throws IOException {
    assertThat(all("--b\r\n", JPEG, "\r\n", Jpegs.ONE)).containsExactly(Jpegs.ONE);
  }

  @Test
  void next_connectionEndsWithinAPicture_handsOnNothingOfIt() throws IOException {
    byte[] half = Arrays.copyOf(Jpegs.ONE, Jpegs.ONE.length / 2);
    assertThat(all("--b\r\n", JPEG, length(Jpegs.ONE), "\r\n", half)).isEmpty();
  }

  @Test
  void next_connectionEndsWithinTheFields_isTheEnd() {
    assertThatThrownBy(() -> parts("--b\r\nContent-").next()).isInstanceOf(EOFException.class);
  }

  @Test
  void next_linesEndWithLfAlone_isEachPicture() throws IOException {
    assertThat(
            all(
                "--b\nContent-Type: image/jpeg\n\n",
                Jpegs.ONE,
                "\n--b\n\n",
                Jpegs.TWO,
                "\n--b--\n"))
        .containsExactly(Jpegs.ONE, Jpegs.TWO);
  }

  @Test
  void next_blankLinesAllOver_isEachPicture() throws IOException {
    assertThat(
            all(
                "\r\n\r\n--b\r\n\r\n",
                JPEG,
                "\r\n\r\n\r\n",
                Jpegs.ONE,
                "\r\n\r\n\r\n--b\r\n",
                JPEG,
                length(Jpegs.TWO),
                "\r\n\r\n",
                Jpegs.TWO,
                "\r\n\r\n--b--\r\n"))
        .containsExactly(Jpegs.ONE, Jpegs.TWO);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -40, 1, 40, 100_000_000})
  void next_wrongLength_endsAtTheDelimiter(int by) throws IOException {
    String wrong = "Content-Length: " + Math.max(0, Jpegs.ONE.length + by) + "\r\n";
    assertThat(
            all(
                "--b\r\n",
                JPEG,
                wrong,
                "\r\n",
                Jpegs.ONE,
                "\r\n--b\r\n",
                JPEG,
                "\r\n",
                Jpegs.TWO,
                "\r\n--b--\r\n"))
        .containsExactly(Jpegs.ONE, Jpegs.TWO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no number", "-5", "99999999999999999999", ""})
  void next_lengthThatIsNone_endsAtTheDelimiter(String length) throws IOException {
    assertThat(
            all(
                "--b\r\n",
                JPEG,
                "Content-Length: ",
                length,
                "\r\n\r\n",
                Jpegs.ONE,
                "\r\n--b--\r\n"))
        .containsExactly(Jpegs.ONE);
  }

  @Test
  void next_noLineEndBeforeTheDelimiter_isEachPicture() throws IOException {
    assertThat(
            all(
                "--b\r\n",
                JPEG,
                "\r\n",
                Jpegs.ONE,
                "--b\r\n",
                JPEG,
                "\r\n",
                Jpegs.TWO,
                "--b--\r\n"))
        .containsExactly(Jpegs.ONE, Jpegs.TWO);
  }

  /// Some name `--b` in the head and write it as it is, others write `----b` then.
  @ParameterizedTest
  @ValueSource(strings = {"--b", "----b", "--video boundary--", "--"})
  void next_whateverTheDelimiter_isLearntFromItsFirstLine(String delimiter) throws IOException {
    assertThat(
            all(
                delimiter, "\r\n", JPEG, "\r\n", Jpegs.ONE, "\r\n", delimiter, "\r\n", JPEG, "\r\n",
                Jpegs.TWO, "\r\n", delimiter, "--\r\n"))
        .containsExactly(Jpegs.ONE, Jpegs.TWO);
  }

  @Test
  void next_spacesBehindTheDelimiter_doNotCount() throws IOException {
    assertThat(
            all(
                "--b  \r\n",
                JPEG,
                "\r\n",
                Jpegs.ONE,
                "\r\n--b\t\r\n\r\n",
                Jpegs.TWO,
                "\r\n--b-- \n"))
        .containsExactly(Jpegs.ONE, Jpegs.TWO);
  }

  @Test
  void next_partWithoutFields_isAPicture() throws IOException {
    assertThat(all("--b\r\n\r\n", Jpegs.ONE, "\r\n--b\r\n", Jpegs.TWO, "\r\n--b--\r\n"))
        .containsExactly(Jpegs.ONE, Jpegs.TWO);
  }

  @Test
  void next_partOfAnotherType_isSkipped() throws IOException {
    assertThat(
            all(
                "--b\r\nContent-Type: text/plain\r\n\r\nmotion\r\n--b\r\n",
                JPEG,
                "\r\n",
                Jpegs.TWO,
                "\r\n--b--\r\n"))
        .containsExactly(Jpegs.TWO);
  }

  @Test
  void next_delimiterWithinALine_isPartOfThePicture() throws IOException {
    byte[] odd = Bytes.of(Jpegs.ONE, "x--b\r\n --b\r\n", Jpegs.TWO);
    assertThat(all("--b\r\n", JPEG, "\r\n", odd, "\r\n--b--\r\n")).containsExactly(odd);
  }

  /// A picture whose length is told does not wait for what comes behind it.
  @Test
  void next_lengthTold_isHandedOnAtOnce() throws IOException {
    InputStream nothingMore =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("it waited for more than the picture");
          }
        };
    JpegParts parts =
        parts(
            new SequenceInputStream(
                new ByteArrayInputStream(
                    Bytes.of("--b\r\n", JPEG, length(Jpegs.ONE), "\r\n", Jpegs.ONE)),
                nothingMore));
    assertThat(parts.next().map(JpegParts.Part::bytes)).contains(Jpegs.ONE);
  }

  @Test
  void next_time_isThatOfThePicturesFirstBytes() throws IOException {
    AtomicLong clock = new AtomicLong(100);
    InputStream slow =
        new SequenceInputStream(
            new ByteArrayInputStream(Bytes.of("--b\r\n", JPEG, "\r\n")),
            new InputStream() {
              private final InputStream rest =
                  new ByteArrayInputStream(Bytes.of(Jpegs.ONE, "\r\n--b--\r\n"));

              @Override
              public int read() throws IOException {
                clock.addAndGet(7);
                return rest.read();
              }

              @Override
              public int read(byte[] target, int offset, int length) throws IOException {
                clock.addAndGet(7);
                return rest.read(target, offset, Math.min(length, 10));
              }
            });
    Optional<JpegParts.Part> part = new JpegParts(new ByteInput(slow), clock::get).next();
    assertThat(part.orElseThrow().beganMicros()).isEqualTo(107);
    assertThat(clock.get()).isGreaterThan(200);
  }

  @Test
  void next_endlessPart_isMalformed() {
    assertThatThrownBy(() -> parts(new SequenceInputStream(beginning(), endless('x'))).next())
        .isInstanceOf(MalformedHttp.class)
        .hasMessageContaining("8 MiB");
  }

  /// Each line end is looked at for what stands before it; all of it again for each would be 10^12
  /// steps.
  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void next_linesOfFillingAlone_costNoMoreThanOthers() throws IOException {
    String filling = ("\0".repeat(20) + "\n").repeat(350_000);
    assertThat(all("--b\r\n", JPEG, "\r\n", filling, "--b--\r\n"))
        .singleElement()
        .satisfies(part -> assertThat(part).hasSize(filling.length() - 1));
  }

  @Test
  void next_endlessBlankLines_isMalformed() {
    assertThatThrownBy(() -> parts(new SequenceInputStream(beginning(), endless('\n'))).next())
        .isInstanceOf(MalformedHttp.class);
  }

  @Test
  void next_endlessPreamble_isMalformed() {
    assertThatThrownBy(() -> parts(endless('\n')).next())
        .isInstanceOf(MalformedHttp.class)
        .hasMessageContaining("begins with --");
  }

  @Test
  void next_tooManyFields_isMalformed() {
    assertThatThrownBy(() -> parts("--b\r\n", "a: b\r\n".repeat(65), "\r\n").next())
        .isInstanceOf(MalformedHttp.class);
  }

  @Test
  void next_fieldsTooLong_isMalformed() {
    assertThatThrownBy(() -> parts("--b\r\n", ("a: " + "b".repeat(4000) + "\r\n").repeat(5)).next())
        .isInstanceOf(MalformedHttp.class);
  }

  @Test
  void next_lineTooLong_isMalformed() {
    assertThatThrownBy(() -> parts("--b\r\n", "a".repeat(5000)).next())
        .isInstanceOf(MalformedHttp.class);
  }

  private static InputStream beginning() {
    return new ByteArrayInputStream(Bytes.of("--b\r\n", JPEG, "\r\n"));
  }

  private static InputStream endless(char always) {
    return new InputStream() {
      @Override
      public int read() {
        return always;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        Arrays.fill(target, offset, offset + length, (byte) always);
        return length;
      }
    };
  }
}
