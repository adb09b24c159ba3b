package io.mashrabiya.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.JpegPictures;
import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.jpeg.BaselineJpeg;
import io.mashrabiya.media.jpeg.JpegSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegPacketizerTest {
  private final List<Frame> back = new ArrayList<>();
  private final StreamCounters counters = new StreamCounters();

  private RtpPacketWriter send(int mostPacketBytes, String... names) {
    var receiver =
        new RtpReceiver(RtpStream.jpeg(26, Optional.empty()), () -> 0, counters, back::add);
    var writer = new RtpPacketWriter(26, 90_000, 7, 65530, mostPacketBytes, receiver::accept);
    JpegPacketizer packetizer = new JpegPacketizer(writer);
    for (int i = 0; i < names.length; i++) {
      packetizer.accept(JpegPictures.frame(i, names[i]));
    }
    return writer;
  }

  private static BaselineJpeg picture(byte[] file) {
    return ((BaselineJpeg.Reading.Understood) BaselineJpeg.read(file)).picture();
  }

  @ParameterizedTest(name = "{0} in packets of at most {1} bytes")
  @CsvSource({
    "420.jpg, 157",
    "422.jpg, 300",
    "restart.jpg, 157",
    "restart.jpg, 1200",
    "420.jpg, 65535"
  })
  void accept_file_comesBackFromTheDepacketizer(String name, int mostPacketBytes) {
    var writer = send(mostPacketBytes, name, name);
    assertThat(back).hasSize(2);
    assertThat(back.getFirst().track().format()).isEqualTo(PictureFormat.JPEG);
    BaselineJpeg sent = picture(JpegPictures.file(name));
    for (Frame frame : back) {
      BaselineJpeg got = picture(frame.payload());
      assertThat(got.scan()).isEqualTo(sent.scan());
      assertThat(got.quantization()).isEqualTo(sent.quantization());
      assertThat(got.sampling()).isEqualTo(sent.sampling());
      assertThat(got.restartInterval()).isEqualTo(sent.restartInterval());
    }
    assertThat(counters.of(StreamEvent.PACKET)).isEqualTo(writer.packets());
    assertThat(counters.snapshot())
        .containsOnlyKeys(StreamEvent.PACKET, StreamEvent.FRAME, StreamEvent.KEY_FRAME);
  }

  @Test
  void accept_sizeThatIsNoMultipleOf8_isRoundedUp() {
    send(1200, "420.jpg");
    assertThat(picture(back.getFirst().payload()).size()).isEqualTo(new JpegSize(320, 184));
  }

  @ParameterizedTest
  @ValueSource(strings = {"444.jpg", "gray.jpg", "own-huffman.jpg"})
  void accept_fileThatRtpCannotCarry_isLeftOutAndTheNextIsSent(String name) {
    send(1200, name, "420.jpg");
    assertThat(back).hasSize(1);
  }

  @Test
  void accept_largerThanTheHeaderCanSay_isLeftOut() {
    byte[] file = JpegPictures.file("420.jpg");
    for (int i = 0; i + 8 < file.length; i++) {
      if (file[i] == (byte) 0xff && file[i + 1] == (byte) 0xc0) {
        file[i + 7] = 8; // 2048 and more pixels wide
        break;
      }
    }
    var writer = new RtpPacketWriter(26, 90_000, 7, 1, 1200, packet -> {});
    var wide = new Frame(JpegPictures.frame(0, "420.jpg").track(), 0, true, file);
    new JpegPacketizer(writer).accept(wide);
    assertThat(picture(file).size().width()).isGreaterThan(2040);
    assertThat(writer.packets()).isZero();
  }

  @Test
  void new_packetsWithoutRoomForTables_areRefused() {
    var writer = new RtpPacketWriter(26, 90_000, 7, 1, 156, packet -> {});
    assertThatIllegalArgumentException().isThrownBy(() -> new JpegPacketizer(writer));
  }
}
