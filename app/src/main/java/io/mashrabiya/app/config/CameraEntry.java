package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.home.CameraSettings;
import io.mashrabiya.home.SubStreamSettings;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.source.CameraAddress;
import io.mashrabiya.media.source.CameraUrl;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// One camera of the configuration file.
final class CameraEntry {
  static final Set<String> KEYS = Set.of("name", "url", "sub", "user", "password");

  private CameraEntry() {}

  /// @param place where a path of the file is meant from
  static CameraSettings read(Section section, UnaryOperator<Path> place) throws ConfigurationFault {
    String name = required(section, "name", Readings::words);
    CameraUrl.Reading.Understood url = required(section, "url", Readings::camera);
    Optional<String> user = section.value("user", CameraEntry::printable);
    Optional<String> password = section.value("password", CameraEntry::printable);
    if (user.isPresent() && url.credentials().isPresent()) {
      throw section.fault("user", say("the URL names a user already: keep one of the two"));
    }
    if (password.isPresent() && user.isEmpty()) {
      throw section.fault("password", say("write the `user` that it belongs to as well"));
    }
    return new CameraSettings(
        name,
        placed(url.address(), place),
        user.map(known -> new Credentials(known, password.orElse(""))).or(url::credentials),
        section.value("sub", CameraEntry::sub));
  }

  private static SubStreamSettings sub(String value) throws Section.Unfit {
    CameraUrl.Reading.Understood url = Readings.camera(value);
    if (url.address() instanceof CameraAddress.Rtsp(var address)) {
      return new SubStreamSettings(address, url.credentials());
    }
    throw new Section.Unfit(say("a smaller stream is played over RTSP: write rtsp://host/path"));
  }

  private static CameraAddress placed(CameraAddress address, UnaryOperator<Path> place) {
    return address instanceof CameraAddress.Clip(Path file)
        ? new CameraAddress.Clip(place.apply(file))
        : address;
  }

  private static <T> T required(Section section, String key, Section.Reading<T> reading)
      throws ConfigurationFault {
    return section
        .value(key, reading)
        .orElseThrow(() -> section.fault(key, say("every camera needs a `{0}`", key)));
  }

  private static String printable(String value) throws Section.Unfit {
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new Section.Unfit(say("take the control character out"));
    }
    return value;
  }
}
