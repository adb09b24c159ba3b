package io.mashrabiya.app.doctor;

import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.words.Sentence;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DoctorTest {
  private static final Patient MACHINE = new Patient(Patient.Kind.MACHINE, "");

  private static Ward telling(Verdict verdict) {
    return ward(new Answer(() -> verdict));
  }

  private static Ward ward(Examination examination) {
    return Ward.of(MACHINE, List.of(examination));
  }

  private record Answer(Supplier<Verdict> answer) implements Examination {
    @Override
    public String name() {
      return "answer";
    }

    @Override
    public Verdict examine() {
      return answer.get();
    }
  }

  @Test
  void visit_wardThatFailsWhereItShouldNot_isAFaultAndTheOthersGoOn() throws Exception {
    Ward broken =
        ward(
            new Answer(() -> {
              throw new IllegalStateException("planted");
            }));
    Diagnosis diagnosis = Doctor.visit(List.of(broken, telling(new Verdict.Ok(say("Fine.")))));
    assertThat(diagnosis.hasFaults()).isTrue();
    assertThat(diagnosis.findings().getFirst().verdict().found())
        .asString()
        .contains("itself failed");
    assertThat(diagnosis.findings().getLast().verdict()).isEqualTo(new Verdict.Ok(say("Fine.")));
  }

  @Test
  void summary_countsEachKind() throws Exception {
    Diagnosis diagnosis =
        Doctor.visit(
            List.of(
                telling(new Verdict.Advice(say("Slow."), say("Hurry."))),
                telling(new Verdict.Ok(say("Fine."))),
                telling(new Verdict.NotExamined(say("Nobody knows.")))));
    assertThat(diagnosis.hasFaults()).isFalse();
    assertThat(diagnosis.summary())
        .hasToString("Faults: 0, advice: 1, in order: 1, not examined: 1.");
  }

  @Test
  void fault_ofOtherWords_isSplitBehindItsFirstSentence() {
    Sentence off = say("It is off.");
    Sentence remedy = say("Switch it on.").then("Then wait.");
    assertThat(Verdict.fault(off.then(remedy), say("None.")))
        .isEqualTo(new Verdict.Fault(off, remedy));
    assertThat(Verdict.fault(off, remedy)).isEqualTo(new Verdict.Fault(off, remedy));
  }
}
