package io.mashrabiya.home.door;

import io.mashrabiya.home.camera.CameraReport;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Micros;
import io.mashrabiya.wire.letter.CameraState;
import java.util.List;

/// How the cameras do, as JSON (docs/ref/data-folder.md).
final class CameraReports {
  private static final int MOST = 1_024;

  private CameraReports() {}

  static byte[] write(List<CameraReport> reports) {
    return Json.object().put("cameras", reports, CameraReports::one).build().bytes();
  }

  private static Json one(CameraReport report) {
    return SentenceJson.put(report.words(), Json.object())
        .put("name", report.name())
        .put("state", report.state().text())
        .put("motionMicros", Micros.orZero(report.motion()))
        .put("bellMicros", Micros.orZero(report.bell()))
        .build();
  }

  static List<CameraReport> read(byte[] text) throws Malformed {
    return Fields.read("cameras", text, all -> all.objects("cameras", MOST, CameraReports::one));
  }

  private static CameraReport one(Fields fields) throws Malformed {
    return new CameraReport(
        fields.text("name"),
        CameraState.parse(fields.text("state")),
        SentenceJson.read(fields),
        Micros.unlessZero(fields.whole("motionMicros")),
        Micros.unlessZero(fields.whole("bellMicros")));
  }
}
