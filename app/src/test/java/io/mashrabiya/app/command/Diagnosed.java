package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// What `doctor --json` said, read as a program reads it.
record Diagnosed(Said said, List<Told> findings) {
  /// One finding.
  record Told(
      String patient,
      String name,
      String examination,
      String result,
      String found,
      String remedy) {}

  static Diagnosed by(String... arguments) throws Malformed {
    Said said =
        Said.by(
            Stream.concat(Stream.of("doctor", "--json"), Stream.of(arguments))
                .toArray(String[]::new));
    String line = said.out().strip();
    assertThat(line).as(said.err()).startsWith("{");
    Fields all = Fields.parse("diagnosis", line.getBytes(StandardCharsets.UTF_8));
    long advice = all.whole("advice");
    long faults = all.whole("faults");
    List<Told> findings = all.objects("findings", 1000, Diagnosed::told);
    long notExamined = all.whole("notExamined");
    long ok = all.whole("ok");
    all.end();
    assertThat(findings).hasSize((int) (advice + faults + notExamined + ok));
    assertThat(said.code()).isEqualTo((faults > 0 ? Exit.FAILED : Exit.DONE).code());
    return new Diagnosed(said, findings);
  }

  private static Told told(Fields fields) throws Malformed {
    String examination = fields.text("examination");
    String found = fields.text("found");
    String name = fields.text("name");
    String patient = fields.text("patient");
    String remedy = fields.text("remedy");
    String result = fields.text("result");
    fields.end();
    return new Told(patient, name, examination, result, found, remedy);
  }

  List<Told> with(String result) {
    return findings.stream().filter(told -> told.result().equals(result)).toList();
  }

  /// The one finding of that examination, which must have that result.
  Told the(String result, String patient, String examination) {
    List<Told> those =
        findings.stream()
            .filter(
                told -> told.patient().equals(patient) && told.examination().equals(examination))
            .toList();
    assertThat(those).as("%s", findings).hasSize(1);
    assertThat(those.getFirst().result()).as("%s", those).isEqualTo(result);
    return those.getFirst();
  }
}
