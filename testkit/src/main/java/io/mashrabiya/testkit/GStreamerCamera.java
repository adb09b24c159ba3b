package io.mashrabiya.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A camera that shares no code with ours: GStreamer's RTSP server in a process of its own, over
/// TCP or UDP.
public final class GStreamerCamera implements AutoCloseable {
  private static final String READY = "READY ";

  /// Pictures between two key frames: some hours.
  private static final int NEVER = 1_000_000;

  /// How a client must prove itself.
  public enum Scheme {
    BASIC,
    DIGEST
  }

  /// Who may look.
  public record Login(Scheme scheme, String user, String password) {
    @Override
    public String toString() {
      return "Login[scheme=%s]".formatted(scheme);
    }
  }

  /// How its pictures are encoded.
  public enum Pictures {
    H264("h264", "I420"),
    /// With B-frames and open groups.
    H265("h265", "I420"),
    /// JPEG with colour of half as many columns and rows.
    JPEG_420("jpeg", "I420"),
    /// JPEG with colour of half as many columns.
    JPEG_422("jpeg", "Y42B");

    private final String codec;
    private final String colours;

    Pictures(String codec, String colours) {
      this.codec = codec;
      this.colours = colours;
    }
  }

  /// How its sound is encoded.
  public enum Sound {
    /// RFC 3640.
    AAC,
    /// AAC as RFC 6416 has it.
    LATM,
    PCMU,
    PCMA,
    OPUS
  }

  /// What it shows, how and to whom.
  ///
  /// @param file H.264 in Annex B, shown again and again; without it a ball is drawn
  /// @param pictures how the ball is encoded
  /// @param sound a tone beside the pictures, encoded like that
  /// @param mostPacketBytes the largest RTP packet of pictures
  /// @param parameterSetsInBand before each key frame, and not in the description alone
  /// @param infiniteGroup one key frame at the beginning, and no other unless somebody asks
  public record Settings(
      Optional<Path> file,
      Pictures pictures,
      Optional<Sound> sound,
      int framesPerSecond,
      Optional<Login> login,
      int mostPacketBytes,
      boolean parameterSetsInBand,
      boolean infiniteGroup) {
    /// A drawn ball for everybody, 15 pictures of 640x360 a second as H.264, a key frame every two
    /// seconds, no sound.
    public static Settings plain() {
      return new Settings(
          Optional.empty(),
          Pictures.H264,
          Optional.empty(),
          15,
          Optional.empty(),
          1_400,
          false,
          false);
    }

    public Settings showing(Path h264) {
      return with(Optional.of(h264), framesPerSecond, login, mostPacketBytes, parameterSetsInBand);
    }

    public Settings as(Pictures encoding) {
      return new Settings(
          file,
          encoding,
          sound,
          framesPerSecond,
          login,
          mostPacketBytes,
          parameterSetsInBand,
          infiniteGroup);
    }

    public Settings sounding(Sound encoding) {
      return new Settings(
          file,
          pictures,
          Optional.of(encoding),
          framesPerSecond,
          login,
          mostPacketBytes,
          parameterSetsInBand,
          infiniteGroup);
    }

    public Settings at(int rate) {
      return with(file, rate, login, mostPacketBytes, parameterSetsInBand);
    }

    public Settings askingFor(Login asked) {
      return with(file, framesPerSecond, Optional.of(asked), mostPacketBytes, parameterSetsInBand);
    }

    public Settings inPacketsOf(int bytes) {
      return with(file, framesPerSecond, login, bytes, parameterSetsInBand);
    }

    public Settings withParameterSetsInBand() {
      return with(file, framesPerSecond, login, mostPacketBytes, true);
    }

    public Settings withAnInfiniteGroup() {
      return new Settings(
          file,
          pictures,
          sound,
          framesPerSecond,
          login,
          mostPacketBytes,
          parameterSetsInBand,
          true);
    }

    private Settings with(
        Optional<Path> shown,
        int rate,
        Optional<Login> asked,
        int packetBytes,
        boolean setsInBand) {
      return new Settings(
          shown, pictures, sound, rate, asked, packetBytes, setsInBand, infiniteGroup);
    }
  }

  private final Process process;
  private final URI uri;

  private GStreamerCamera(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /// Starts the camera and returns when it listens. Skips or fails the test where GStreamer is
  /// missing (see [Needed]).
  public static GStreamerCamera open(Settings settings) throws IOException {
    Process process =
        GStreamer.start(GStreamerCamera.class, "gstreamer_camera.py", arguments(settings));
    String password = settings.login().map(Login::password).orElse("");
    process.getOutputStream().write((password + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return new GStreamerCamera(process, awaitReady(process));
  }

  /// Where it listens, without user and password.
  public URI uri() {
    return uri;
  }

  /// Kills it as a power cut would: its clients get no word.
  public void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> arguments(Settings settings) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--rate", Integer.toString(settings.framesPerSecond())));
    int keyInterval = settings.infiniteGroup() ? NEVER : 2 * settings.framesPerSecond();
    arguments.addAll(List.of("--key-interval", Integer.toString(keyInterval)));
    arguments.addAll(List.of("--mtu", Integer.toString(settings.mostPacketBytes())));
    arguments.addAll(List.of("--pictures", settings.pictures().codec));
    arguments.addAll(List.of("--colours", settings.pictures().colours));
    settings
        .sound()
        .ifPresent(
            sound -> arguments.addAll(List.of("--sound", sound.name().toLowerCase(Locale.ROOT))));
    if (settings.parameterSetsInBand()) {
      arguments.add("--in-band");
    }
    settings.file().ifPresent(file -> arguments.addAll(List.of("--file", file.toString())));
    settings
        .login()
        .ifPresent(login ->
            arguments.addAll(
                List.of(
                    "--auth",
                    login.scheme() == Scheme.BASIC ? "basic" : "digest",
                    "--user",
                    login.user())));
    return arguments;
  }

  private static URI awaitReady(Process process) throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        return URI.create(line.substring(READY.length()));
      }
    }
    throw new IOException("GStreamer's RTSP server ended before it listened");
  }
}
