package io.mashrabiya.app.command.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Exit;
import io.mashrabiya.app.command.ConfigurationOption;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.terminal.Layout;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.home.camera.StateInWords;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import io.mashrabiya.words.Sentence;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Shows the configuration's cameras, and how they do where a home runs.
@Command(
    name = "list",
    header = "Lists the cameras of the configuration, and how they do.",
    description =
        "How they do is told by the home that runs on this machine. No password is shown.")
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ConfigurationOption configuration = new ConfigurationOption();
  @Mixin private RunningHome home = new RunningHome();

  @Option(names = "--json", description = "For programs: one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Configuration said = configuration.file().readIfThere();
    Optional<List<CameraReport>> told = home.cameras(said);
    List<CameraReport> reports = told.orElse(List.of());
    if (json) {
      out.println(
          Json.object().put("cameras", said.cameras(), one -> json(one, reports)).build().text());
    } else if (said.cameras().isEmpty()) {
      note(say("{0} names no camera. `mashrabiya camera add` does.", configuration.file().path()));
    } else {
      said.cameras().forEach(one -> print(one, reports, out));
    }
    out.flush();
    if (told.isEmpty() && !json && !said.cameras().isEmpty()) {
      note(
          say(
              "No home runs here with them, so nobody says how they do. `mashrabiya serve` shows them, `mashrabiya camera test NAME` tries one."));
    }
    return Exit.DONE.code();
  }

  private void note(Sentence words) {
    spec.commandLine().getErr().println(words);
  }

  private static Optional<CameraReport> report(CameraSettings camera, List<CameraReport> reports) {
    return reports.stream().filter(report -> report.name().equals(camera.name())).findFirst();
  }

  private static void print(CameraSettings camera, List<CameraReport> reports, PrintWriter out) {
    out.println(camera.name());
    String address = camera.address().shown();
    camera
        .credentials()
        .ifPresentOrElse(
            known -> out.println(Layout.indented(say("{0}, as {1}", address, known.userName()))),
            () -> out.println("  " + address));
    report(camera, reports)
        .ifPresent(report ->
            out.println(
                Layout.indented(
                    report.words().isEmpty()
                        ? StateInWords.of(report.state())
                        : say("{0}: {1}", StateInWords.of(report.state()), report.words()))));
  }

  private static Json json(CameraSettings camera, List<CameraReport> reports) {
    JsonBuilder one = Json.object().put("name", camera.name()).put("url", camera.address().shown());
    camera.credentials().map(Credentials::userName).ifPresent(user -> one.put("user", user));
    report(camera, reports)
        .ifPresent(report -> {
          one.put("state", report.state().text());
          one.put("words", report.words().toString());
        });
    return one.build();
  }
}
