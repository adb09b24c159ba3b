package io.mashrabiya.home;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.camera.CameraEvents;
import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.home.camera.SubStream;
import io.mashrabiya.home.camera.SupervisedCamera;
import io.mashrabiya.home.live.CameraSeal;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.onvif.OnvifCamera;
import io.mashrabiya.media.onvif.OnvifStream;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One camera of the household at work: its main stream, and its sub stream while somebody needs
/// it, on their way to its seal; and what it tells of motion and of its bell.
final class RunningCamera {
  private final CameraSettings settings;
  private final CameraSeal seal;
  private final SubStream sub;
  private final SupervisedCamera main;
  private final Optional<CameraEvents> events;

  RunningCamera(CameraId id, CameraSettings settings, CameraSeal seal, CaptureClock clock) {
    this.settings = settings;
    this.seal = seal;
    this.sub = new SubStream(id, seal::acceptSub, clock);
    this.main = new SupervisedCamera(id, settings, seal, clock, this::described);
    this.events =
        settings.address() instanceof CameraAddress.Onvif(var service)
            ? Optional.of(new CameraEvents(id, service, settings.credentials(), clock))
            : Optional.empty();
    sub.at(settings.sub().map(this::subOf));
  }

  private CameraSettings subOf(SubStreamSettings smaller) {
    return new CameraSettings(
        settings.name(),
        new CameraAddress.Rtsp(smaller.address()),
        smaller.credentials().or(settings::credentials));
  }

  /// What the owner named goes before what the camera names.
  private void described(OnvifCamera camera) {
    if (camera.hasEvents()) {
      events.ifPresent(CameraEvents::follow);
    }
    if (settings.sub().isEmpty()) {
      sub.at(
          camera
              .sub()
              .map(OnvifStream::address)
              .map(address -> new SubStreamSettings(address, Optional.empty()))
              .map(this::subOf));
    }
  }

  CameraSettings settings() {
    return settings;
  }

  SupervisedCamera main() {
    return main;
  }

  CameraSeal seal() {
    return seal;
  }

  /// How it does; trouble with its sub stream is told while there is none with the main one.
  CameraReport report() {
    CameraReport report = main.report();
    Sentence ofSub = sub.words();
    CameraReport whole =
        report.words().isEmpty() && !ofSub.isEmpty()
            ? report.saying(say("Of its smaller stream: {0}", ofSub))
            : report;
    return events.map(told -> whole.telling(told.motion(), told.bell())).orElse(whole);
  }

  void start() {
    seal.subStream(Optional.of(sub));
    main.start();
  }

  /// What ends it, to be run all at once: each waits a moment for a goodbye. Whoever takes its
  /// place starts after this was asked for.
  List<Runnable> endings() {
    seal.subStream(Optional.empty());
    List<Runnable> endings = new ArrayList<>(List.of(main::close, sub::close));
    events.ifPresent(told -> endings.add(told::close));
    return endings;
  }
}
