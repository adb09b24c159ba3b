package io.mashrabiya.media.worker.message;

import io.mashrabiya.media.PictureFormat;
import io.mashrabiya.media.Still;
import io.mashrabiya.media.StillRequest;
import io.mashrabiya.media.TranscodeSettings;
import java.util.List;

/// One message of each kind.
final class Samples {
  private static final byte[] PICTURE = {0, 0, 0, 1, 0x65, 7};
  private static final TranscodeSettings SETTINGS =
      new TranscodeSettings(PictureFormat.H264, 640, 360, 25, 400_000, 50);

  static final List<Order> ORDERS =
      List.of(
          new Order.MakeStill(
              1,
              new StillRequest(
                  PictureFormat.H264, PICTURE, Still.Format.WEBP, Still.Tone.GREY, 640, 3_000)),
          new Order.OpenTranscode(-2, SETTINGS),
          new Order.Feed(3, -1L, true, true, PICTURE),
          new Order.Feed(3, Long.MAX_VALUE, false, false, new byte[0]),
          new Order.CloseSession(4));

  static final List<Answer> ANSWERS =
      List.of(
          new Answer.Ready(0),
          new Answer.Unable(0, "no libudev.so.1 \u2603"),
          new Answer.StillMade(1, new Still(Still.Format.JPEG, 640, 360, PICTURE)),
          new Answer.Encoded(2, 1_000_000L, true, PICTURE),
          new Answer.Done(3),
          new Answer.NotDone(4, Answer.Reason.NO_SESSION),
          new Answer.Fault(5, "no encoder"));

  private Samples() {}
}
