package io.mashrabiya.media.rtsp.client;

import io.mashrabiya.testkit.Needed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Another decoder's word on what was received: ffprobe of the machine, given the bare stream.
final class Probe {
  private static final String OF_BARE_STREAMS = "Estimating duration from bitrate";

  private Probe() {}

  /// One line for each frame that it decodes, with the given entries, and each of its complaints.
  ///
  /// @param format the name of its demuxer
  /// @param entries of a frame, such as `width,height`
  static List<String> frames(String format, String entries, List<byte[]> payloads, String... more)
      throws IOException, InterruptedException {
    Path ffprobe = Needed.program("sudo apt-get install ffmpeg", "ffprobe");
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    payloads.forEach(stream::writeBytes);
    Path file = Files.createTempFile("probe", "." + format);
    try {
      Files.write(file, stream.toByteArray());
      List<String> command =
          new ArrayList<>(List.of(ffprobe.toString(), "-v", "warning", "-f", format));
      command.addAll(Arrays.asList(more));
      command.addAll(
          List.of("-show_entries", "frame=" + entries, "-of", "csv=p=0", file.toString()));
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      List<String> lines = process.inputReader(StandardCharsets.UTF_8).readAllLines();
      process.waitFor();
      return lines.stream()
          .filter(line -> !line.isBlank() && !line.contains(OF_BARE_STREAMS))
          .map(line -> line.replaceFirst(",$", "")) // behind which there is side data of no name
          .toList();
    } finally {
      Files.delete(file);
    }
  }
}
