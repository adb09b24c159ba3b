package io.mashrabiya.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What the figures were measured on, without which they mean little.
public final class Machine {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Machine() {}

  /// Name and value of each fact, in the order in which they are shown.
  public static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("cpu", cpu());
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("jdk", System.getProperty("java.vm.name") + " " + Runtime.version());
    return facts;
  }

  private static String cpu() {
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(Machine::architecture);
    } catch (IOException e) {
      return architecture(); // not Linux
    }
  }

  private static String architecture() {
    return System.getProperty("os.arch");
  }
}
