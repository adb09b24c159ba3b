package io.mashrabiya.proof.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
  private static final List<Step> STEPS =
      Step.in(
          """
          pred copies[h, g: Home, d: Device] { --: {g} is a copy of {h} for {d}
            some h
          }
          pred restarts { --: the home starts
            no taken
          }
          pred helps[h: Home] { -- no part of the story
          }
          pred sleeps[t: Int, d: Device] { t in d.asleep } --: {d} sleeps
          pred looks_in { films } --: though it may not
          """);

  @Test
  void in_modelWithSentences_findsThoseAlone() {
    assertThat(STEPS)
        .extracting(Step::name)
        .containsExactly("copies", "restarts", "sleeps", "looks_in");
  }

  @Test
  void question_parametersThatShareAType_namesEach() {
    assertThat(STEPS.get(0).question())
        .isEqualTo("{ h: Home, g: Home, d: Device | copies[h, g, d] }");
    assertThat(STEPS.get(1).question()).isEqualTo("restarts");
  }

  @Test
  void told_sentence_hasTheArgumentsWhereTheyAreNamed() {
    assertThat(STEPS.get(0).told(List.of("Home0", "Home1", "Phone")))
        .isEqualTo("Home1 is a copy of Home0 for Phone");
  }

  @Test
  void time_ofAStepWithSeconds_isThatArgument() {
    assertThat(STEPS.get(2).isTimed()).isTrue();
    assertThat(STEPS.get(2).time(List.of("7", "Phone"))).isEqualTo(7);
    assertThat(STEPS.get(0).isTimed()).isFalse();
  }

  @Test
  void isWrong_sentenceThatGoesOn_endsTheStory() {
    assertThat(STEPS).extracting(Step::isWrong).containsExactly(false, false, false, true);
  }
}
