package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Diagnosis;
import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Finding;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.app.doctor.Ward;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.media.worker.NativeDoor;
import io.mashrabiya.words.Sentence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A camera that speaks RTSP.
///
/// @param name what people call it
/// @param howLong it is listened to
/// @param onvifPort where its ONVIF is, if a person knows
/// @param door decodes its picture
record RtspWard(
    String name,
    CameraAddress.Rtsp called,
    Optional<Credentials> credentials,
    Duration howLong,
    OptionalInt onvifPort,
    NativeDoor door)
    implements CameraWard {
  private static final Sentence OFF =
      say(
          "Check that the camera is on, that RTSP is switched on in its settings, and on which port: usually 554.");
  private static final InstantSource WALL = InstantSource.system();

  @Override
  public List<Finding> visit() throws InterruptedException {
    RtspAddress address = called.address();
    List<Finding> findings =
        new ArrayList<>(
            Ward.examineUntilAFault(
                patient(),
                List.of(
                    new HostName(address.host()),
                    new TcpPort(
                        address.host(), address.port(), RtspSettings.DEFAULT.connect(), OFF))));
    if (!new Diagnosis(findings).hasFaults()) {
      findings.addAll(listen());
    }
    return findings;
  }

  /// Listens, and looks for its ONVIF at the same time.
  private List<Finding> listen() throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<ServiceAddress>> onvif =
          threads.submit(() -> OnvifSearch.of(called.address().host(), onvifPort, WALL).find());
      Heard heard = Listener.listen(called, credentials, howLong, CaptureClock.startingAt(WALL));
      List<Finding> findings =
          new ArrayList<>(
              Ward.examine(
                  patient(),
                  Session.stages(
                      "rtsp",
                      say("There is a stream at its path."),
                      credentials,
                      heard,
                      fault(heard))));
      if (Stage.reached(heard) == Stage.PICTURES) {
        findings.addAll(Ward.examine(patient(), stream(heard)));
      }
      Optional<OnvifVisit> visit = onvif.get().map(at -> ask(at, heard));
      findings.addAll(Ward.examine(patient(), List.of(new OwnClock(visit), new SubStream(visit))));
      return findings;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the search for its ONVIF failed", e);
    }
  }

  /// The camera is asked as its user only if it took that user a moment ago.
  private OnvifVisit ask(ServiceAddress at, Heard heard) {
    boolean taken = Stage.reached(heard).compareTo(Stage.CREDENTIALS) > 0;
    return OnvifVisit.ask(at, taken ? credentials : Optional.empty(), WALL);
  }

  private Verdict fault(Heard heard) {
    return switch (heard.outcome()) {
      case RtspOutcome.CredentialsRefused _ when Session.isWithoutPassword(credentials) ->
          Session.withoutPassword("rtsp://user:password@host/path");
      case RtspOutcome.ClosedByCamera closed ->
          Verdict.fault(
              closed.words(),
              say("Check the port: RTSP is usually on 554.")
                  .then("If it is right, close other apps that show the camera, or restart it."));
      default -> Verdict.fault(heard.outcome().words(), say("Restart the camera."));
    };
  }

  private List<Examination> stream(Heard heard) {
    return List.of(
        new Ending(heard, Remedies.RTSP),
        new PictureCodec(heard, Remedies.RTSP),
        new PictureSize(heard, Remedies.RTSP),
        new KeyFrames(heard),
        new Reordering(heard),
        new Packets(heard, called.address().carriage()),
        new Timestamps(heard),
        new Decoding(heard, name, door, Remedies.RTSP),
        new Sound(heard));
  }
}
