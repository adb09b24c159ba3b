package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.words.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One stage of a session with a camera: passed, at fault, or not come to.
///
/// @param stage which one
/// @param passed what to say where it was passed
/// @param fault what to say where the session ended in it
record Session(Stage stage, String name, Sentence passed, Heard heard, Verdict fault)
    implements Examination {
  static final Verdict AFTER_A_FAULT =
      new Verdict.NotExamined(say("Not examined: mend the fault above first."));

  /// The stages before pictures, as they go with every camera that is called.
  ///
  /// @param protocol as its examination is named
  /// @param there what to say where there is something at its path
  static List<Examination> stages(
      String protocol,
      Sentence there,
      Optional<Credentials> credentials,
      Heard heard,
      Verdict fault) {
    Sentence speaks = say("It speaks {0}.", protocol.toUpperCase(Locale.ROOT));
    return List.of(
        new Session(Stage.SPEAKS, protocol, speaks, heard, fault),
        new Session(Stage.CREDENTIALS, "credentials", letIn(credentials), heard, fault),
        new Session(Stage.STREAM, "stream", there, heard, fault),
        new Session(
            Stage.CODEC, "encoding", say("It offers pictures that are read here."), heard, fault));
  }

  @Override
  public Verdict examine() {
    Stage reached = Stage.reached(heard);
    if (stage.compareTo(reached) < 0) {
      return new Verdict.Ok(passed);
    }
    return stage == reached ? fault : AFTER_A_FAULT;
  }

  /// What to say of a camera that let us in with these.
  private static Sentence letIn(Optional<Credentials> given) {
    return say(
        given.isPresent()
            ? "It takes the user name and password, or asks for none."
            : "It asks for no user name and password.");
  }

  /// Whether there is a user, and no password.
  static boolean isWithoutPassword(Optional<Credentials> given) {
    return given.map(Credentials::password).filter(String::isEmpty).isPresent();
  }

  /// What to say then, once the camera has refused it.
  ///
  /// @param url how it may be written
  static Verdict withoutPassword(String url) {
    return new Verdict.Fault(
        say("The camera wants a password for this user, and there is none."),
        say("Give it as {0}, in the configuration, or when it is asked for.", url));
  }
}
