package io.mashrabiya.app.command;

import io.mashrabiya.media.onvif.OnvifCamera;
import io.mashrabiya.media.onvif.OnvifStream;
import io.mashrabiya.media.onvif.soap.Answer;
import io.mashrabiya.media.onvif.soap.OnvifFailure;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.JsonBuilder;
import java.util.List;

/// Cameras that were found, as one line of JSON for programs (docs/ref/onvif.md).
final class FoundJson {
  private FoundJson() {}

  static String of(List<FoundCamera> cameras) {
    return Json.object().put("cameras", cameras, FoundJson::camera).build().text();
  }

  private static Json camera(FoundCamera found) {
    JsonBuilder camera =
        Json.object()
            .put("name", found.name())
            .put("model", found.model())
            .put("location", found.camera().location())
            .put("endpoint", found.camera().endpoint())
            .put("service", found.camera().address().reached().toString());
    switch (found.told()) {
      case Answer.Given<OnvifCamera>(OnvifCamera told) -> offer(camera, told);
      case Answer.Failed<OnvifCamera>(OnvifFailure why) ->
          camera.put("problem", why.words().toString());
    }
    return camera.build();
  }

  private static void offer(JsonBuilder camera, OnvifCamera told) {
    camera
        .put("manufacturer", told.information().manufacturer())
        .put("firmware", told.information().firmware())
        .put("streams", told.streams(), FoundJson::stream)
        .put("events", told.hasEvents())
        .put("turns", told.turns());
    told.snapshot().ifPresent(uri -> camera.put("snapshot", uri.toString()));
    told.sub().ifPresent(sub -> camera.put("sub", sub.profile().reference()));
    told.main().ifPresent(main -> camera.put("main", main.profile().reference()));
  }

  private static Json stream(OnvifStream stream) {
    return Json.object()
        .put("profile", stream.profile().reference())
        .put("name", stream.profile().name())
        .put("codec", stream.profile().codec().name())
        .put("width", stream.profile().width())
        .put("height", stream.profile().height())
        .put("url", stream.address().url())
        .build();
  }
}
