package io.mashrabiya.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

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
    Diagnosis diagnosis = Doctor.visit(List.of(broken, telling(new Verdict.Ok("Fine."))));
    assertThat(diagnosis.hasFaults()).isTrue();
    assertThat(diagnosis.findings().getFirst().verdict().found()).contains("itself failed");
    assertThat(diagnosis.findings().getLast().verdict()).isEqualTo(new Verdict.Ok("Fine."));
  }

  @Test
  void summary_countsEachKind() throws Exception {
    Diagnosis diagnosis =
        Doctor.visit(
            List.of(
                telling(new Verdict.Advice("Slow.", "Hurry.")),
                telling(new Verdict.Ok("Fine.")),
                telling(new Verdict.NotExamined("Nobody knows."))));
    assertThat(diagnosis.hasFaults()).isFalse();
    assertThat(diagnosis.summary())
        .isEqualTo("No fault, 1 piece of advice; 1 in order, 1 not examined.");
  }

  @Test
  void fault_ofOtherWords_isSplitBehindItsFirstSentence() {
    assertThat(Verdict.fault("It is off. Switch it on. Then wait.", "None."))
        .isEqualTo(new Verdict.Fault("It is off.", "Switch it on. Then wait."));
    assertThat(Verdict.fault("It is off.", "Switch it on."))
        .isEqualTo(new Verdict.Fault("It is off.", "Switch it on."));
  }
}
