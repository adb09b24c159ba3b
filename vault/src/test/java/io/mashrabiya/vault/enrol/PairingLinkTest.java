package io.mashrabiya.vault.enrol;

import static io.mashrabiya.vault.Vectors.hex;
import static io.mashrabiya.vault.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.mashrabiya.vault.Vectors;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.HouseholdId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PairingLinkTest {
  static Stream<Arguments> vectors() {
    return Vectors.cases("enrolments", "links");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void parse_vector_givesItsOutcome(JsonObject vector) throws Malformed {
    if (text(vector, "outcome").equals("malformed")) {
      assertThatThrownBy(() -> PairingLink.parse(text(vector, "link")))
          .isInstanceOf(Malformed.class);
      return;
    }
    JsonObject file = Vectors.file("enrolments");
    assertThat(PairingLink.parse(text(vector, "link")))
        .isEqualTo(
            new PairingLink(
                HouseholdId.parse(text(file, "household")),
                InviteSecret.copyOf(hex(file, "secret"), InsecureSecretAccess.token()),
                text(file, "origin")));
  }

  @Test
  void url_ofALinkThatWasRead_isThatLink() throws Malformed {
    String link = text(Vectors.file("enrolments"), "link");
    String viewer = link.substring(0, link.indexOf('#'));
    assertThat(PairingLink.parse(link).url(viewer, InsecureSecretAccess.token())).isEqualTo(link);
  }

  @Test
  void parse_longerThanAnyLink_isMalformedBeforeItIsRead() {
    assertThatThrownBy(() -> PairingLink.parse("x".repeat(4_096)))
        .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.offset()).isZero());
    assertThatThrownBy(() -> PairingLink.parse("x".repeat(4_097)))
        .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.offset()).isEqualTo(4_096));
  }

  @Test
  void toString_ofALink_isItsHouseholdAndNoSecret() throws Malformed {
    JsonObject file = Vectors.file("enrolments");
    assertThat(PairingLink.parse(text(file, "link")))
        .hasToString("PairingLink[%s, redacted]".formatted(text(file, "household")));
  }

  @Test
  void parse_badLink_complainsWithoutTheSecret() {
    String link = text(Vectors.file("enrolments"), "link");
    String secret = link.split("/")[link.split("/").length - 2];
    assertThatThrownBy(() -> PairingLink.parse(link + "/x"))
        .isInstanceOf(Malformed.class)
        .hasMessageNotContaining(secret);
  }
}
