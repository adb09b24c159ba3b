package io.mashrabiya.proof.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ViewerCheckTest {
  private static final String SOURCE =
      """
      /** Says what is not. */
      export class Gate {
        /**
         * Only what fits.
         *
         * @check
         */
        private isFit({ name }: Key, held: number): boolean {
          if (name > held) {
            return false;
          }
          return true;
        }

        /** @check */
        forget(request: string): void {
          this.waiting.delete(request);
        }
      }

      /**
       * Nothing when it does not open.
       *
       * @check
       */
      export async function open(
        key: Key,
      ): Promise<Bytes | undefined> {
        return undefined;
      }
      """;

  @Test
  void in_aFileWithMarks_findsEachFunctionAndWhatItAnswers() {
    assertThat(ViewerCheck.in("gate.ts", SOURCE))
        .containsExactly(
            new ViewerCheck("gate.ts", "isFit", "boolean"),
            new ViewerCheck("gate.ts", "forget", "void"),
            new ViewerCheck("gate.ts", "open", "Promise<Bytes | undefined>"));
  }

  @Test
  void takenOutOf_aQuestion_answersThatAllIsWellAndLeavesTheRest() {
    String without = new ViewerCheck("gate.ts", "isFit", "boolean").takenOutOf(SOURCE);

    assertThat(without)
        .contains("held: number): boolean {\nreturn true;\n  }\n\n  /** @check */")
        .contains("this.waiting.delete(request);");
  }

  @Test
  void takenOutOf_aDeed_doesNothing() {
    String without = new ViewerCheck("gate.ts", "forget", "void").takenOutOf(SOURCE);

    assertThat(without).doesNotContain("delete").contains("return false;");
  }

  @Test
  void isPlain_whatAnswersSomethingElse_isNot() {
    assertThat(new ViewerCheck("gate.ts", "open", "Promise<Bytes | undefined>").isPlain())
        .isFalse();
  }

  @Test
  void takenOutOf_aFunctionThatIsNotThere_isAMistake() {
    assertThatThrownBy(() -> new ViewerCheck("gate.ts", "gone", "boolean").takenOutOf(SOURCE))
        .hasMessage("gate.ts has no check gone");
  }
}
