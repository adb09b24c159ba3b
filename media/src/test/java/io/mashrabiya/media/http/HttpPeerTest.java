package io.mashrabiya.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.Frame;
import io.mashrabiya.media.jpeg.JpegFile;
import io.mashrabiya.media.jpeg.JpegSize;
import io.mashrabiya.media.rtp.StreamEvent;
import io.mashrabiya.testkit.Needed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Our client at other people's servers: FFmpeg's for a stream (in chunks, and without a type),
/// Python's for single pictures.
@Tag("peer")
@Timeout(60)
class HttpPeerTest {
  private static final int FRAMES = 20;
  private static final Pattern PYTHONS_PORT = Pattern.compile("port (\\d+)");

  @TempDir private Path folder;

  @Test
  void stream_ofFfmpeg_isEachPicture() throws Exception {
    Path ffmpeg = Needed.program("sudo apt-get install ffmpeg", "ffmpeg");
    HttpAddress address = new HttpAddress("127.0.0.1", freePort(), "/live");
    Process process =
        new ProcessBuilder(
                ffmpeg.toString(),
                "-v",
                "error",
                "-re",
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=320x240:rate=25",
                "-f",
                "mpjpeg",
                "-listen",
                "1",
                address.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("ffmpeg.log").toFile())
            .start();
    try (PlayingHttp playing = playAsSoonAsItListens(address, process)) {
      long before = 0;
      for (int i = 0; i < FRAMES; i++) {
        Frame frame = playing.frame();
        assertThat(JpegFile.size(frame.payload())).contains(new JpegSize(320, 240));
        assertThat(frame.captureTimeMicros()).isGreaterThan(before);
        before = frame.captureTimeMicros();
      }
      assertThat(playing.counters.of(StreamEvent.PAYLOAD_MALFORMED)).isZero();
      process.destroyForcibly().waitFor();
      assertThat(playing.outcome()).isEqualTo(new HttpOutcome.ClosedByCamera());
    } finally {
      process.destroyForcibly();
    }
  }

  private static PlayingHttp playAsSoonAsItListens(HttpAddress address, Process process)
      throws Exception {
    while (true) {
      PlayingHttp playing = PlayingHttp.of(address);
      if (playing.playsOrEnds()) {
        return playing;
      }
      assertThat(process.isAlive()).as("FFmpeg").isTrue();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Test
  void snapshots_ofPython_areEachPicture() throws Exception {
    Path python = Needed.program("sudo apt-get install python3", "python3");
    Path picture = folder.resolve("snap.jpg");
    Files.write(picture, Jpegs.ONE);
    Process process =
        new ProcessBuilder(
                List.of(
                    python.toString(),
                    "-u",
                    "-m",
                    "http.server",
                    "0",
                    "--bind",
                    "127.0.0.1",
                    "--directory",
                    folder.toString()))
            .redirectError(folder.resolve("python.log").toFile())
            .start();
    try {
      Matcher port = PYTHONS_PORT.matcher(process.inputReader(StandardCharsets.UTF_8).readLine());
      assertThat(port.find()).isTrue();
      int listening = Integer.parseInt(port.group(1));
      try (PlayingHttp playing =
          PlayingHttp.of(new HttpAddress("127.0.0.1", listening, "/snap.jpg"))) {
        assertThat(playing.frame().payload()).isEqualTo(Jpegs.ONE);
        Files.write(picture, Jpegs.TWO);
        playing.endRest();
        assertThat(playing.frame().payload()).isEqualTo(Jpegs.TWO);
      }
      try (PlayingHttp playing =
          PlayingHttp.of(new HttpAddress("127.0.0.1", listening, "/none.jpg"))) {
        assertThat(playing.outcome()).isEqualTo(new HttpOutcome.NotFound());
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
