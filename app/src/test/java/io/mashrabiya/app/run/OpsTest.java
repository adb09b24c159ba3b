package io.mashrabiya.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.testkit.Needed;
import java.io.BufferedReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What lies in ops/ for those who run Mashrabiya: the units of systemd are sound, and the folder
/// with a Java runtime of its own runs a relay. That an image is made of it is tried nowhere here:
/// tests need no container engine.
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpsTest {
  private static final Path OPS = Path.of("..", "ops").toAbsolutePath().normalize();
  private static final String PROGRAM = "/opt/mashrabiya/bin/mashrabiya";
  private static final int GUARD_SECONDS = 120;

  /// Test libraries, which no relay needs.
  private static final Pattern OF_TESTS =
      Pattern.compile(
          ".*(junit|assertj|jazzer|playwright|gson|byte-buddy|apiguardian|opentest4j|testkit).*");

  @TempDir private Path folder;

  /// What a program says on both its outputs, when it ended with that code.
  private static String run(int code, String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(code);
    return said;
  }

  @ParameterizedTest
  @ValueSource(strings = {"mashrabiya-relay@.service", "mashrabiya-home.service"})
  void unit_verifiedBySystemd_isSound(String unit) throws Exception {
    Path analyze = Needed.program("sudo apt-get install systemd", "systemd-analyze");
    String text = Files.readString(OPS.resolve("systemd").resolve(unit));
    assertThat(text).contains("ExecStart=" + PROGRAM + " ");
    String name = unit.replace("@.", "@a.");
    Path here = Files.writeString(folder.resolve(name), text.replace(PROGRAM, "/bin/true"));
    assertThat(run(0, analyze.toString(), "verify", here.toString())).isEmpty();
  }

  @Test
  void unit_withAWordThatSystemdDoesNotKnow_isFound() throws Exception {
    Path analyze = Needed.program("sudo apt-get install systemd", "systemd-analyze");
    Path faulty =
        Files.writeString(
            folder.resolve("faulty.service"), "[Service]\nExecStart=/bin/true\nProtectHime=yes\n");
    assertThat(run(0, analyze.toString(), "verify", faulty.toString())).contains("ProtectHime");
  }

  @Test
  void containerfile_runsWhatThereIsAsAUserOfItsOwn() throws Exception {
    String text = Files.readString(OPS.resolve("container").resolve("Containerfile"));
    assertThat(text).contains("ops/runtime.sh --relay", "USER 10001", "\"relay\", \"status\"");
  }

  @Test
  @Tag("slow")
  void runtime_trimmed_runsARelayThatAnswersItsOperator() throws Exception {
    Path jars = Files.createDirectory(folder.resolve("jars"));
    int number = 0;
    for (String entry : System.getProperty("java.class.path").split(":")) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) && !entry.contains("test-classes")) {
        jar(path, jars.resolve("room-" + number++ + ".jar"));
      } else if (entry.endsWith(".jar") && !OF_TESTS.matcher(entry).matches()) {
        Files.copy(path, jars.resolve(path.getFileName()));
      }
    }
    Path built = folder.resolve("built");
    String said =
        run(0, OPS.resolve("runtime.sh").toString(), "--relay", built.toString(), jars.toString());
    System.out.println(said.strip().lines().reduce((first, last) -> last).orElseThrow());
    assertThat(built.resolve("runtime").resolve("jmods")).doesNotExist();
    String program = built.resolve("bin").resolve("mashrabiya").toString();
    String data = folder.resolve("relay").toString();
    Process relay =
        new ProcessBuilder(program, "relay", "--port", "0", "--admit", "invite", "--data", data)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = relay.inputReader()) {
      assertThat(out.readLine()).startsWith("Relay at http://localhost:");
      assertThat(run(0, program, "relay", "status", "--data", data)).contains("by invite");
    } finally {
      relay.destroy();
      assertThat(relay.waitFor(GUARD_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
    run(1, program, "relay", "status", "--data", data);
  }

  private static void jar(Path classes, Path file) throws Exception {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(classes.relativize(each).toString()));
        Files.copy(each, jar);
        jar.closeEntry();
      }
    }
  }
}
