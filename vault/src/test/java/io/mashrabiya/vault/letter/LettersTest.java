package io.mashrabiya.vault.letter;

import static io.mashrabiya.vault.Vectors.kem;
import static io.mashrabiya.vault.Vectors.signing;
import static io.mashrabiya.vault.Vectors.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.mashrabiya.vault.Vectors;
import io.mashrabiya.vault.keys.DeviceKeys;
import io.mashrabiya.vault.keys.HomeKeys;
import io.mashrabiya.vault.keys.HouseholdKeys;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Letter.Direction;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.member.Edition;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Version;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LettersTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
  private static final HouseholdKeys HOUSE = HouseholdKeys.found(RootKey.generate(), NOW);
  private static final DeviceKeys PHONE = DeviceKeys.generate();
  private static final DeviceId ID = PHONE.idIn(HOUSE.household());
  private static final Statement LIST =
      MemberList.issue(
              HOUSE.household(),
              new Edition(new Version(HOUSE.certificate().serial(), 1), Instant.EPOCH),
              new TreeMap<>(),
              HOUSE.home().sign())
          .statement();
  private static final HomeLetters HOME = new HomeLetters(HOUSE);
  private static final DeviceLetters DEVICE = new DeviceLetters(PHONE, HOUSE.certificate());

  static Stream<Arguments> vectors() {
    return Vectors.cases("letters", "cases");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void open_vector_givesItsOutcome(JsonObject vector) throws Malformed {
    assertThat(outcome(vector)).isEqualTo(text(vector, "outcome"));
  }

  private static String outcome(JsonObject vector) throws Malformed {
    JsonObject file = Vectors.file("letters");
    HomeCertificate certificate = HomeCertificate.verify(text(file, "certificate")).orElseThrow();
    DeviceKeys device = new DeviceKeys(member(file, "device").sign(), member(file, "device").kem());
    boolean toHome = text(vector, "direction").equals("to-home");
    Letter letter;
    try {
      letter =
          Letter.parse(text(vector, "letter"), toHome ? Direction.TO_HOME : Direction.TO_DEVICE);
    } catch (Malformed e) {
      return "malformed";
    }
    return toHome
        ? atHome(vector, letter, certificate, member(file, "home"), device)
        : atDevice(vector, new DeviceLetters(device, certificate).open(letter));
  }

  private static String atHome(
      JsonObject vector,
      Letter letter,
      HomeCertificate certificate,
      HomeKeys home,
      DeviceKeys device) {
    HomeLetters letters = new HomeLetters(new HouseholdKeys(home, certificate, Map.of()));
    return switch (letters.open(letter, device.sign().publicKey())) {
      case RequestOpening.Opened(Request request, RequestHash hash) -> {
        assertThat(new String(request.bytes(), StandardCharsets.UTF_8))
            .isEqualTo(text(vector, "body"));
        assertThat(hash.text()).isEqualTo(text(vector, "hash"));
        yield "opened";
      }
      case RequestOpening.NotSigned() -> "not-signed";
      case RequestOpening.Unreadable() -> "unreadable";
    };
  }

  private static String atDevice(JsonObject vector, HomeLetter opened) {
    byte[] body =
        switch (opened) {
          case HomeLetter.Answered(Answer answer) -> answer.bytes();
          case HomeLetter.Pushed(Push push) -> push.bytes();
          case HomeLetter.Refused() -> null;
        };
    if (body == null) {
      return "refused";
    }
    assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo(text(vector, "body"));
    return "opened";
  }

  private static HomeKeys member(JsonObject file, String name) {
    JsonObject keys = file.getAsJsonObject(name);
    return new HomeKeys(signing(keys, "sign"), kem(keys, "kem"));
  }

  @Test
  void seal_requestAndAnswer_goThereAndBack() throws Malformed {
    Request request =
        new Request.Household(new Stamp(Nonce.random(new SecureRandom()), NOW, Edition.NONE));
    Letter asked = travels(DEVICE.seal(request), Direction.TO_HOME);
    assertThat(asked.device()).isEqualTo(ID).isEqualTo(DEVICE.device());
    RequestHash hash = asked.hash();
    assertThat(HOME.open(asked, PHONE.sign().publicKey()))
        .isEqualTo(new RequestOpening.Opened(request, hash));
    Answer answer = new Answer.Done(NOW, hash);
    Letter answered = travels(HOME.seal(answer, ID, PHONE.kem().publicKey()), Direction.TO_DEVICE);
    assertThat(DEVICE.open(answered)).isEqualTo(new HomeLetter.Answered(answer));
  }

  @Test
  void seal_push_reachesTheDevice() throws Malformed {
    Push push = new Push.HouseholdChanged(NOW, LIST);
    Letter pushed = travels(HOME.seal(push, ID, PHONE.kem().publicKey()), Direction.TO_DEVICE);
    assertThat(DEVICE.open(pushed)).isEqualTo(new HomeLetter.Pushed(push));
  }

  /// Whoever knows a device's id but lists another key for it must not open its letters as its own.
  @Test
  void open_keyThatDoesNotHashToTheDevice_isNotSigned() throws Malformed {
    Letter asked =
        travels(
            DEVICE.seal(
                new Request.Household(
                    new Stamp(Nonce.random(new SecureRandom()), NOW, Edition.NONE))),
            Direction.TO_HOME);
    assertThat(HOME.open(asked, DeviceKeys.generate().sign().publicKey()))
        .isEqualTo(new RequestOpening.NotSigned());
  }

  @Test
  void open_everyCharacterAltered_isNeverOpened() throws Malformed {
    String text =
        DEVICE
            .seal(
                new Request.Household(
                    new Stamp(Nonce.random(new SecureRandom()), NOW, Edition.NONE)))
            .statement()
            .text();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      String altered = text.substring(0, i) + other + text.substring(i + 1);
      try {
        Letter letter = Letter.parse(altered, Direction.TO_HOME);
        assertThat(HOME.open(letter, PHONE.sign().publicKey()))
            .as("character %s", i)
            .isEqualTo(new RequestOpening.NotSigned());
      } catch (Malformed expected) {
        // seen before anything was verified
      }
    }
  }

  private static Letter travels(Letter letter, Direction direction) throws Malformed {
    return Letter.parse(letter.statement().text(), direction);
  }
}
