package io.mashrabiya.media.onvif;

import io.mashrabiya.testkit.Needed;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A script beside these tests that drives somebody else's program; it ends when its input does.
final class PeerProcess implements AutoCloseable {
  /// Where scripts/needs.sh puts what is not Debian's.
  static final Path NODE_MODULES = Path.of("..", "testkit", "peers", "node_modules");

  static final Path PYTHON_PACKAGES = Path.of("..", "testkit", "target", "peers");
  private static final String INSTALL = "./dev test, which offers to";

  private final Process process;
  private final BufferedReader lines;

  private PeerProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader(StandardCharsets.UTF_8);
  }

  static PeerProcess node(String script, String... arguments) throws IOException {
    Path node = Needed.program("sudo apt-get install nodejs npm", "node", "nodejs");
    Needed.that(Files.isDirectory(NODE_MODULES.resolve("onvif")), "onvif from npm", INSTALL);
    return start(List.of(node.toString(), script(script)), arguments);
  }

  static PeerProcess python(String script, String... arguments) throws IOException {
    Path python = Needed.program("sudo apt-get install python3 python3-pip", "python3");
    Needed.that(Files.isDirectory(PYTHON_PACKAGES.resolve("ipycam")), "ipycam from PyPI", INSTALL);
    return start(
        List.of(python.toString(), script(script), PYTHON_PACKAGES.toAbsolutePath().toString()),
        arguments);
  }

  private static PeerProcess start(List<String> begin, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(begin);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.put("NODE_PATH", NODE_MODULES.toAbsolutePath().toString());
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    return new PeerProcess(builder.start());
  }

  private static String script(String name) {
    try {
      return Path.of(Objects.requireNonNull(PeerProcess.class.getResource(name)).toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The next line that it says; fails where it has ended.
  String line() throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new AssertionError("the peer ended");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
  }
}
