package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.network.shape.Outages;
import io.mashrabiya.network.shape.Profile;
import io.mashrabiya.network.shape.Way;
import io.mashrabiya.words.Sentence;

/// A bad line, told to whoever is about to feel it.
final class LineInWords {
  private static final long KILO = 1_000;

  private LineInWords() {}

  static Sentence of(Profile profile) {
    Way there = profile.line().toRelay();
    Way back = profile.line().fromRelay();
    long millis = there.delay().toMillis();
    Sentence line =
        switch (profile.end()) {
          case DEVICE ->
              say(
                  "The browser's line is now like {0}: {1} to the browser, {2} from it, {3} ms each way.",
                  profile, rate(back), rate(there), millis);
          case HOME ->
              say(
                  "The homes' line is now like {0}: {1} from the homes, {2} to them, {3} ms each way.",
                  profile, rate(there), rate(back), millis);
        };
    return line.then(losing(there))
        .then(profile.line().outages().map(LineInWords::failing).orElse(Sentence.NOTHING));
  }

  private static Sentence rate(Way way) {
    long kilobits = way.bitsPerSecond() / KILO;
    return kilobits < KILO ? say("{0} kbit/s", kilobits) : say("{0} Mbit/s", kilobits / KILO);
  }

  private static Sentence losing(Way way) {
    return way.loss() == 0
        ? Sentence.NOTHING
        : say(
            "Of a thousand packets {0} are lost, which a proxy can only play: it sends them again a round trip later.",
            Math.round(KILO * way.loss()));
  }

  private static Sentence failing(Outages outages) {
    return say(
        "Every {0} to {1} s it fails for {2} to {3} s.",
        outages.up().shortest().toSeconds(),
        outages.up().longest().toSeconds(),
        outages.down().shortest().toSeconds(),
        outages.down().longest().toSeconds());
  }
}
