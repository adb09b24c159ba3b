package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Diagnosis;
import io.mashrabiya.app.doctor.Finding;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.app.doctor.Ward;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.media.worker.NativeDoor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A video file in place of a camera.
///
/// @param name what people call it
/// @param howLong it is played
/// @param door decodes its picture
record ClipWard(String name, CameraAddress.Clip clip, Duration howLong, NativeDoor door)
    implements CameraWard {
  @Override
  public List<Finding> visit() throws InterruptedException {
    List<Finding> findings =
        new ArrayList<>(Ward.examine(patient(), List.of(new ClipFile(clip.file()))));
    if (new Diagnosis(findings).hasFaults()) {
      return findings;
    }
    CaptureClock clock = CaptureClock.startingAt(InstantSource.system());
    Heard heard = Listener.listen(clip, Optional.empty(), howLong, clock);
    Verdict fault = new Verdict.Fault(heard.outcome().words(), Remedies.CLIP.codec());
    findings.addAll(
        Ward.examine(
            patient(),
            List.of(
                new Session(
                    Stage.CODEC,
                    "encoding",
                    say("It is a video that is played here."),
                    heard,
                    fault))));
    if (Stage.reached(heard) == Stage.PICTURES) {
      findings.addAll(
          Ward.examine(
              patient(),
              List.of(
                  new Ending(heard, Remedies.CLIP),
                  new PictureCodec(heard, Remedies.CLIP),
                  new PictureSize(heard, Remedies.CLIP),
                  new Decoding(heard, name, door, Remedies.CLIP))));
    }
    return findings;
  }
}
