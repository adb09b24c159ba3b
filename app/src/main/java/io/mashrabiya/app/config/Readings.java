package io.mashrabiya.app.config;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.config.Section.Unfit;
import io.mashrabiya.media.source.CameraUrl;
import io.mashrabiya.wire.codec.EnumWords;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.codec.Words;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.words.Sentence;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How values are read, in the file and on the command line alike; each refusal says what to write
/// instead, and repeats nothing of the value.
public final class Readings {
  /// What to write where a port should stand.
  public static final Sentence PORT_REMEDY = say("write a port from 0 to 65535");

  private static final Pattern ADDRESS = Pattern.compile("(?:(.+):)?([0-9]{1,5})");

  private Readings() {}

  static String words(String value) throws Unfit {
    if (!Words.fit(value)) {
      throw new Unfit(say("write a name of 1 to 64 characters"));
    }
    return value;
  }

  static Path path(String value) throws Unfit {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new Unfit(say("write the path of a file or folder"));
    }
  }

  static Origin origin(String value) throws Unfit {
    try {
      return Origin.parse(value);
    } catch (Malformed e) {
      throw new Unfit(
          say(
              "write an address like https://cameras.example or http://localhost:8080, without a path"));
    }
  }

  /// A number of 1 or more.
  static long whole(String value, long most) throws Unfit {
    if (!value.matches("[1-9][0-9]{0,9}") || Long.parseLong(value) > most) {
      throw new Unfit(say("write a whole number from 1 to {0}", most));
    }
    return Long.parseLong(value);
  }

  static String admit(String value) throws Unfit {
    if (!AdmitWords.isOne(value)) {
      throw new Unfit(AdmitWords.REMEDY);
    }
    return value;
  }

  static AdmissionCode invite(String value) throws Unfit {
    try {
      return AdmissionCode.parse(value);
    } catch (Malformed e) {
      throw new Unfit(
          say("write the code that the relay's operator gave you, 26 letters and digits"));
    }
  }

  static <E extends Enum<E>> E word(String value, E[] words) throws Unfit {
    for (E word : words) {
      if (EnumWords.of(word).equals(value)) {
        return word;
      }
    }
    throw new Unfit(
        say("write one of {0}", Sentence.listed(Arrays.stream(words).map(EnumWords::of).toList())));
  }

  static int port(String value) throws Unfit {
    return portTyped(value).orElseThrow(() -> new Unfit(PORT_REMEDY));
  }

  /// A port, if it is one.
  public static Optional<Integer> portTyped(String value) {
    return Optional.of(value)
        .filter(text -> text.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .filter(port -> port <= 65_535);
  }

  /// `port`, or `host:port`; without a host the loopback address.
  static InetSocketAddress listen(String value) throws Unfit {
    Matcher matcher = ADDRESS.matcher(value);
    if (!matcher.matches()) {
      throw new Unfit(say("write a port like 8080, or an address with a port like 0.0.0.0:8080"));
    }
    String host = matcher.group(1) == null ? "127.0.0.1" : matcher.group(1);
    return InetSocketAddress.createUnresolved(host, port(matcher.group(2)));
  }

  static CameraUrl.Reading.Understood camera(String value) throws Unfit {
    return switch (CameraUrl.read(value)) {
      case CameraUrl.Reading.Understood understood -> understood;
      case CameraUrl.Reading.Malformed malformed -> throw new Unfit(malformed.remedy());
    };
  }
}
