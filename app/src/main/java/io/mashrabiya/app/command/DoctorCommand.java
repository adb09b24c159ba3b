package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.config.Configuration;
import io.mashrabiya.app.config.ConfigurationFault;
import io.mashrabiya.app.doctor.Diagnosis;
import io.mashrabiya.app.doctor.DiagnosisJson;
import io.mashrabiya.app.doctor.DiagnosisText;
import io.mashrabiya.app.doctor.Doctor;
import io.mashrabiya.app.doctor.Patient;
import io.mashrabiya.app.doctor.Ward;
import io.mashrabiya.app.doctor.browser.BrowserWard;
import io.mashrabiya.app.doctor.camera.CameraWard;
import io.mashrabiya.app.doctor.folder.DiskSpace;
import io.mashrabiya.app.doctor.folder.FolderWard;
import io.mashrabiya.app.doctor.house.HouseWards;
import io.mashrabiya.app.doctor.machine.Decoder;
import io.mashrabiya.app.doctor.machine.JavaVersion;
import io.mashrabiya.app.doctor.machine.Memory;
import io.mashrabiya.app.run.Browser;
import io.mashrabiya.app.run.UserFolder;
import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.media.worker.DoorSettings;
import io.mashrabiya.media.worker.NativeDoor;
import io.mashrabiya.media.worker.WorkerDoor;
import io.mashrabiya.words.Sentence;
import java.io.Console;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says what is wrong with a set-up, and what to do about it.
@Command(
    name = "doctor",
    header = "Says what is wrong with cameras, configuration and machine, and what to do.",
    description = {
      "Changes nothing. Each camera is called once, so that no wrong password locks it.",
      "Ends with 0 where there is no fault, and with 1 where there is one."
    })
public final class DoctorCommand implements Callable<Integer> {
  private static final int MOST_SECONDS = 600;
  private static final Duration BROWSER_PATIENCE = Duration.ofMinutes(2);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "CAMERA",
      arity = "0..*",
      description = {
        "rtsp://user:password@address/stream, http://address/picture or file:CLIP, or NAME=rtsp://... to name it.",
        "Those of the configuration are examined as well."
      })
  private List<String> cameras = List.of();

  @Mixin private ConfigurationOption config = new ConfigurationOption();

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where the home keeps keys and members (default: your data folder).")
  private @Nullable Path data;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long cameras are listened to (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--onvif",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Where the cameras' ONVIF is, if it is not found by itself.")
  private @Nullable Integer onvif;

  @Option(names = "--browser", description = "Opens a page that examines your browser, too.")
  private boolean browser;

  @Option(names = "--json", description = "For programs: one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new Complaint(Exit.USAGE, say("--seconds is from 1 to {0}.", MOST_SECONDS));
    }
    Configuration said = said();
    List<CameraSettings> all = all(said);
    try (NativeDoor door = WorkerDoor.open(DoorSettings.DEFAULT)) {
      tellProgress(all);
      Diagnosis diagnosis = Doctor.visit(wards(said, all, door));
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(DiagnosisJson.of(diagnosis));
      } else {
        DiagnosisText.print(diagnosis, out);
      }
      out.flush();
      return (diagnosis.hasFaults() ? Exit.FAILED : Exit.DONE).code();
    }
  }

  private List<Ward> wards(Configuration said, List<CameraSettings> all, NativeDoor door) {
    List<Ward> wards = new ArrayList<>();
    wards.add(
        Ward.of(
            new Patient(Patient.Kind.MACHINE, ""),
            List.of(
                new JavaVersion(Runtime.version().feature()),
                Memory.ofThisMachine(),
                new Decoder(door))));
    Path folder = data == null ? said.data().orElseGet(() -> UserFolder.data("home")) : data;
    wards.add(new FolderWard(folder, DiskSpace.SYSTEM));
    if (config.file().isThere()) {
      wards.add(HouseWards.ofFile(config.file().path(), all));
    }
    wards.add(
        HouseWards.ofRelay(
            said, InetSocketAddress.createUnresolved("127.0.0.1", LocalRelay.DEFAULT_PORT)));
    OptionalInt port = onvif == null ? OptionalInt.empty() : OptionalInt.of(onvif);
    all.forEach(
        camera -> wards.add(CameraWard.of(camera, Duration.ofSeconds(seconds), port, door)));
    wards.add(browser ? new BrowserWard(BROWSER_PATIENCE, this::open) : BrowserWard.notAsked());
    return wards;
  }

  /// What is wrong with the file is a finding; nothing of it is used then.
  private Configuration said() {
    try {
      return config.read();
    } catch (ConfigurationFault e) {
      return Configuration.EMPTY;
    }
  }

  private List<CameraSettings> all(Configuration said) throws Complaint {
    List<CameraSettings> all = new ArrayList<>(said.cameras());
    for (String camera : cameras) {
      all.add(TypedCamera.read(camera, "Camera " + (all.size() + 1)));
    }
    if (all.size() > Configuration.MAX_CAMERAS) {
      throw new Complaint(
          Exit.USAGE, say("A household has at most {0} cameras.", Configuration.MAX_CAMERAS));
    }
    for (int i = 0; i < all.size(); i++) {
      all.set(i, Passwords.askIfMissing(all.get(i), spec.commandLine().getOut()));
    }
    return all;
  }

  private void tellProgress(List<CameraSettings> all) {
    boolean isWatched =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    if (isWatched && !json && !all.isEmpty()) {
      tell(
          say(
              "Listening to {0} for {1} s ...",
              Sentence.listed(all.stream().map(CameraSettings::name).toList()), seconds));
    }
  }

  private void open(String link) {
    tell(say("Open this in the browser that is to be examined:"));
    spec.commandLine().getErr().println(link);
    Browser.open(link);
  }

  private void tell(Sentence words) {
    spec.commandLine().getErr().println(words);
    spec.commandLine().getErr().flush();
  }
}
