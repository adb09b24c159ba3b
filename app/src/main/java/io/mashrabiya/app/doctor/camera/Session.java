package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.rtsp.Credentials;
import io.mashrabiya.media.rtsp.client.RtspOutcome;
import java.util.Optional;

/// One stage of a session with a camera: passed, at fault, or not come to.
///
/// @param stage which one
/// @param passed what to say where it was passed
record Session(Stage stage, String name, String passed, Heard heard, Optional<Credentials> given)
    implements Examination {
  static final Verdict AFTER_A_FAULT =
      new Verdict.NotExamined("Not examined: mend the fault above first.");

  @Override
  public Verdict examine() {
    Stage reached = Stage.reached(heard);
    if (stage.compareTo(reached) < 0) {
      return new Verdict.Ok(passed);
    }
    return stage == reached ? fault() : AFTER_A_FAULT;
  }

  private Verdict fault() {
    return switch (heard.outcome()) {
      case RtspOutcome.CredentialsRefused _ when isWithoutPassword() ->
          new Verdict.Fault(
              "The camera wants a password for this user, and there is none.",
              "Give it as rtsp://user:password@host/path, in the configuration, or when it is asked for.");
      case RtspOutcome.ClosedByCamera closed ->
          Verdict.fault(
              closed.words(),
              "Check the port: RTSP is usually on 554. If it is right, close other apps that show the camera, or restart it.");
      default -> Verdict.fault(heard.outcome().words(), "Restart the camera.");
    };
  }

  private boolean isWithoutPassword() {
    return given.map(Credentials::password).filter(String::isEmpty).isPresent();
  }
}
