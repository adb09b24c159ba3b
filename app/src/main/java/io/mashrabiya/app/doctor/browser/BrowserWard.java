package io.mashrabiya.app.doctor.browser;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Finding;
import io.mashrabiya.app.doctor.Patient;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.app.doctor.Ward;
import io.mashrabiya.words.Sentence;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Lets a browser examine itself.
///
/// @param patience until it has
/// @param opener is given the link to open
public record BrowserWard(Duration patience, Consumer<String> opener) implements Ward {
  private static final Patient BROWSER = new Patient(Patient.Kind.BROWSER, "");

  /// What is told where no browser is asked.
  public static Ward notAsked() {
    return new Ward() {
      @Override
      public Patient patient() {
        return BROWSER;
      }

      @Override
      public List<Finding> visit() {
        return notExamined(
            say("Viewers need {0}.", Ability.FLOOR)
                .then("Examine yours by: ./mashrabiya doctor --browser"));
      }
    };
  }

  @Override
  public Patient patient() {
    return BROWSER;
  }

  @Override
  public List<Finding> visit() throws InterruptedException {
    try (AbilityPage page = AbilityPage.open()) {
      opener.accept(page.link());
      Optional<Abilities> told = page.await(patience);
      return told.map(BrowserWard::findings)
          .orElseGet(() ->
              notExamined(
                  say(
                      "No browser opened the page within {0} s; viewers need {1}.",
                      patience.toSeconds(), Ability.FLOOR)));
    } catch (IOException e) {
      return notExamined(say("The page for it cannot be served on this machine."));
    }
  }

  private static List<Finding> findings(Abilities told) {
    return Stream.of(Ability.values())
        .map(ability ->
            new Finding(
                BROWSER,
                ability.examination(),
                told.there().contains(ability) ? ability.there() : ability.missing()))
        .toList();
  }

  private static List<Finding> notExamined(Sentence why) {
    return List.of(new Finding(BROWSER, "abilities", new Verdict.NotExamined(why)));
  }
}
