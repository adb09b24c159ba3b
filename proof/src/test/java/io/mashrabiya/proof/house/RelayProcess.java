package io.mashrabiya.proof.house;

import io.mashrabiya.app.Mashrabiya;
import io.mashrabiya.wire.link.Origin;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The command `relay` as a process of its own, in a folder of its own, where everything it writes
/// is kept.
public final class RelayProcess implements AutoCloseable {
  private static final String SAYS = "Relay at ";
  private static final int GUARD_SECONDS = 60;

  private final Process process;
  private final Path folder;
  private final Origin origin;

  private RelayProcess(Process process, Path folder, Origin origin) {
    this.process = process;
    this.folder = folder;
    this.origin = origin;
  }

  public static RelayProcess start(Path folder) throws Exception {
    return start(folder, "0");
  }

  /// Another one, which takes over from the one that runs from this folder.
  public RelayProcess successor() throws Exception {
    return start(folder, "0", "--take-over");
  }

  private static RelayProcess start(Path folder, String port, String... more) throws Exception {
    Files.createDirectories(folder.resolve("tmp"));
    ProcessBuilder builder =
        new ProcessBuilder(
            java("java"),
            "-Xmx256m",
            "-Djava.io.tmpdir=" + folder.resolve("tmp"),
            "-Duser.home=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            Mashrabiya.class.getName(),
            "relay",
            "--port",
            port,
            "--data",
            folder.resolve("data").toString(),
            "--admit",
            "open");
    builder.command().addAll(List.of(more));
    builder.environment().put("HOME", folder.toString());
    builder.directory(folder.toFile()).redirectError(folder.resolve("stderr").toFile());
    Process process = builder.start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Files.writeString(folder.resolve("stdout"), line + "\n");
      if (line.startsWith(SAYS)) {
        return new RelayProcess(process, folder, Origin.parse(line.substring(SAYS.length())));
      }
    }
    throw new IOException("the relay ended: " + Files.readString(folder.resolve("stderr")));
  }

  public Origin origin() {
    return origin;
  }

  /// Waits until it ends by itself.
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(GUARD_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the relay does not end");
    }
    return process.exitValue();
  }

  /// All that is in its heap, dead objects too.
  public byte[] heap() throws Exception {
    Path dump = Files.createTempDirectory("relay-heap").resolve("heap.hprof");
    try {
      Process jcmd =
          new ProcessBuilder(
                  List.of(
                      java("jcmd"),
                      Long.toString(process.pid()),
                      "GC.heap_dump",
                      "-all",
                      dump.toString()))
              .redirectErrorStream(true)
              .start();
      String said = new String(jcmd.getInputStream().readAllBytes());
      if (jcmd.waitFor() != 0 || !Files.exists(dump)) {
        throw new IOException("no heap dump: " + said);
      }
      return Files.readAllBytes(dump);
    } finally {
      Files.deleteIfExists(dump);
      Files.deleteIfExists(dump.getParent());
    }
  }

  /// Every file that it has written.
  public List<Path> written() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GUARD_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
