package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Diagnosis;
import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Finding;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.app.doctor.Ward;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.http.HttpAddress;
import io.mashrabiya.media.http.HttpOutcome;
import io.mashrabiya.media.http.HttpSettings;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.media.worker.NativeDoor;
import io.mashrabiya.words.Sentence;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A camera that gives JPEG pictures over HTTP, as a stream or one for each question.
///
/// @param name what people call it
/// @param howLong it is listened to
/// @param door decodes its picture
record HttpWard(
    String name,
    CameraAddress.Http called,
    Optional<Credentials> credentials,
    Duration howLong,
    NativeDoor door)
    implements CameraWard {
  private static final Sentence OFF =
      say(
          "Check that the camera is on, that its web server is switched on in its settings, and on which port: usually 80, with https 443.");

  @Override
  public List<Finding> visit() throws InterruptedException {
    HttpAddress address = called.address();
    List<Finding> findings =
        new ArrayList<>(
            Ward.examineUntilAFault(
                patient(),
                List.of(
                    new HostName(address.host()),
                    new TcpPort(
                        address.host(), address.port(), HttpSettings.DEFAULT.connect(), OFF))));
    if (new Diagnosis(findings).hasFaults()) {
      return findings;
    }
    CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
    Heard heard = Listener.listen(called, credentials, howLong, clock);
    findings.addAll(
        Ward.examine(
            patient(),
            Session.stages(
                "http", say("There is something at its path."), credentials, heard, fault(heard))));
    if (Stage.reached(heard) == Stage.PICTURES) {
      findings.addAll(Ward.examine(patient(), pictures(heard)));
    }
    return findings;
  }

  private Verdict fault(Heard heard) {
    return switch (heard.outcome()) {
      case HttpOutcome.CredentialsRefused _ when Session.isWithoutPassword(credentials) ->
          Session.withoutPassword("http://user:password@host/path");
      case HttpOutcome.ClosedByCamera closed ->
          Verdict.fault(
              closed.words(),
              say("Check the port and the path.")
                  .then(
                      "If they are right, close other apps that show the camera, or restart it."));
      default -> Verdict.fault(heard.outcome().words(), say("Restart the camera."));
    };
  }

  private List<Examination> pictures(Heard heard) {
    Remedies remedies = heard.snapshots() > 0 ? Remedies.SNAPSHOTS : Remedies.HTTP;
    List<Examination> examinations =
        new ArrayList<>(List.of(new Ending(heard, remedies), new WholePictures(heard)));
    if (heard.snapshots() > 0) {
      examinations.add(new Snapshots(heard, called.address().every()));
    }
    examinations.addAll(
        List.of(
            new PictureCodec(heard, remedies),
            new PictureSize(heard, remedies),
            new Decoding(heard, name, door, remedies)));
    return examinations;
  }
}
