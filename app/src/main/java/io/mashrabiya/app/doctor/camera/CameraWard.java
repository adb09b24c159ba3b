package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Finding;
import io.mashrabiya.app.doctor.Patient;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.app.doctor.Ward;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.onvif.soap.ServiceAddress;
import io.mashrabiya.media.rtsp.Credentials;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.rtsp.client.RtspSettings;
import io.mashrabiya.media.worker.NativeDoor;
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

/// All examinations of one camera, in the order in which a call to it goes. What cannot be known
/// after a fault is not examined.
///
/// @param name what people call it
/// @param howLong it is listened to
/// @param onvifPort where its ONVIF is, if a person knows
/// @param door decodes its picture
public record CameraWard(
    String name,
    RtspAddress address,
    Optional<Credentials> credentials,
    Duration howLong,
    OptionalInt onvifPort,
    NativeDoor door)
    implements Ward {
  private static final InstantSource WALL = InstantSource.system();

  @Override
  public Patient patient() {
    return new Patient(Patient.Kind.CAMERA, name);
  }

  @Override
  public List<Finding> visit() throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (Examination each :
        List.of(
            new HostName(address.host()),
            new TcpPort(address.host(), address.port(), RtspSettings.DEFAULT.connect()))) {
      Verdict verdict = each.examine();
      findings.add(new Finding(patient(), each.name(), verdict));
      if (verdict instanceof Verdict.Fault) {
        return findings;
      }
    }
    findings.addAll(listen());
    return findings;
  }

  /// Listens, and looks for its ONVIF at the same time.
  private List<Finding> listen() throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Optional<ServiceAddress>> onvif =
          threads.submit(() -> OnvifSearch.of(address.host(), onvifPort, WALL).find());
      Heard heard = Listener.listen(address, credentials, howLong, CaptureClock.startingAt(WALL));
      List<Finding> findings = new ArrayList<>(Ward.examine(patient(), session(heard)));
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

  private List<Examination> session(Heard heard) {
    String letIn =
        credentials.isPresent()
            ? "It takes the user name and password, or asks for none."
            : "It asks for no user name and password.";
    return List.of(
        new Session(Stage.SPEAKS, "rtsp", "It speaks RTSP.", heard, credentials),
        new Session(Stage.CREDENTIALS, "credentials", letIn, heard, credentials),
        new Session(Stage.STREAM, "stream", "There is a stream at its path.", heard, credentials),
        new Session(
            Stage.CODEC, "encoding", "It offers pictures that are read here.", heard, credentials));
  }

  private List<Examination> stream(Heard heard) {
    return List.of(
        new Ending(heard),
        new PictureCodec(heard),
        new PictureSize(heard),
        new KeyFrames(heard),
        new Reordering(heard),
        new Packets(heard, address.carriage()),
        new Timestamps(heard),
        new Decoding(heard, name, door),
        new Sound(heard));
  }
}
