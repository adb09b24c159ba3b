package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Finding;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.OnvifCamera;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.media.worker.NativeDoor;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A camera that says over ONVIF where its streams are; its main one is examined as that of any
/// camera that speaks RTSP.
///
/// @param name what people call it
/// @param howLong it is listened to
/// @param door decodes its picture
record OnvifWard(
    String name,
    CameraAddress.Onvif called,
    Optional<Credentials> credentials,
    Duration howLong,
    NativeDoor door)
    implements CameraWard {
  private static final int HTTP_PORT = 80;

  @Override
  public List<Finding> visit() throws InterruptedException {
    Answer<OnvifCamera> told =
        OnvifVisit.ask(called.service(), credentials, InstantSource.system()).told();
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding(patient(), "onvif", verdict(told)));
    if (told instanceof Answer.Given<OnvifCamera>(OnvifCamera camera)
        && camera.main().isPresent()) {
      findings.addAll(ofItsStream(camera.main().get().address()).visit());
    }
    return findings;
  }

  private static Verdict verdict(Answer<OnvifCamera> told) {
    return switch (told) {
      case Answer.Failed<OnvifCamera>(OnvifFailure why) ->
          Verdict.fault(
              why.words(),
              say("Check its address, and that ONVIF is switched on in its settings."));
      case Answer.Given<OnvifCamera>(OnvifCamera camera) ->
          camera.main().isPresent()
              ? new Verdict.Ok(say("It says over ONVIF where its streams are."))
              : new Verdict.Fault(
                  say("Over ONVIF it names no stream of H.264 or H.265."),
                  say("Switch one on in its video settings."));
    };
  }

  private RtspWard ofItsStream(RtspAddress stream) {
    URI reached = called.service().reached();
    int port = reached.getPort() < 0 ? HTTP_PORT : reached.getPort();
    return new RtspWard(
        name, new CameraAddress.Rtsp(stream), credentials, howLong, OptionalInt.of(port), door);
  }
}
