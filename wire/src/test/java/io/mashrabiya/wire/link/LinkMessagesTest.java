package io.mashrabiya.wire.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.mashrabiya.wire.TestKeys;
import io.mashrabiya.wire.Vectors;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.sealed.Track;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinkMessagesTest {
  static Stream<Arguments> homeSays() {
    return Vectors.of("control-messages", "homeSays");
  }

  static Stream<Arguments> homeHears() {
    return Vectors.of("control-messages", "homeHears");
  }

  static Stream<Arguments> deviceSays() {
    return Vectors.of("control-messages", "deviceSays");
  }

  static Stream<Arguments> deviceHears() {
    return Vectors.of("control-messages", "deviceHears");
  }

  static Stream<Arguments> bad() {
    return Vectors.of("control-messages", "bad");
  }

  static Stream<Arguments> goodMedia() {
    return Vectors.of("media-messages", "good");
  }

  static Stream<Arguments> badMedia() {
    return Vectors.of("media-messages", "bad");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("homeSays")
  void homeSays_good_isWrittenAgainTheSame(String name, JsonElement text) throws Malformed {
    assertThat(HomeSays.parse(text.getAsString()).text()).isEqualTo(text.getAsString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("homeHears")
  void homeHears_good_isWrittenAgainTheSame(String name, JsonElement text) throws Malformed {
    assertThat(HomeHears.parse(text.getAsString()).text()).isEqualTo(text.getAsString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("deviceSays")
  void deviceSays_good_isWrittenAgainTheSame(String name, JsonElement text) throws Malformed {
    assertThat(DeviceSays.parse(text.getAsString()).text()).isEqualTo(text.getAsString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("deviceHears")
  void deviceHears_good_isWrittenAgainTheSame(String name, JsonElement text) throws Malformed {
    assertThat(DeviceHears.parse(text.getAsString()).text()).isEqualTo(text.getAsString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bad")
  void control_thatCannotBe_isMalformedForAll(String name, JsonElement text) {
    assertThatThrownBy(() -> HomeSays.parse(text.getAsString())).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> HomeHears.parse(text.getAsString())).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> DeviceHears.parse(text.getAsString())).isInstanceOf(Malformed.class);
    if (!text.getAsString().equals("{\"type\":\"want-ticket\"}")) {
      assertThatThrownBy(() -> DeviceSays.parse(text.getAsString())).isInstanceOf(Malformed.class);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodMedia")
  void media_good_isWrittenAgainTheSame(String name, JsonObject vector) throws Malformed {
    byte[] bytes = Vectors.hex(vector, "hex");
    assertThat(MediaMessage.parse(bytes).bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badMedia")
  void media_thatCannotBe_isMalformed(String why, JsonObject vector) {
    assertThatThrownBy(() -> MediaMessage.parse(Vectors.hex(vector, "hex")))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void proof_answersOnlyItsChallengeOriginAndKey() throws Malformed {
    var file = Vectors.file("control-messages");
    var challenge =
        new Challenge(java.util.Base64.getUrlDecoder().decode(Vectors.text(file, "challenge")));
    var origin = Origin.parse(Vectors.text(file, "origin"));
    var home = new VerifyingKey(Vectors.hex(file, "homeKey"));
    var device = new VerifyingKey(Vectors.hex(file, "deviceKey"));
    var hello =
        (HomeSays.HomeHello) HomeSays.parse(file.getAsJsonArray("homeSays").get(0).getAsString());
    assertThat(hello.proof().answers(challenge, origin, home)).isTrue();
    assertThat(hello.proof().answers(challenge, origin, device)).isFalse();
    assertThat(hello.proof().answers(new Challenge(new byte[32]), origin, home)).isFalse();
    assertThat(hello.proof().answers(challenge, Origin.parse("http://localhost:8081"), home))
        .isFalse();
    var deviceHello =
        (DeviceSays.DeviceHello)
            DeviceSays.parse(file.getAsJsonArray("deviceSays").get(0).getAsString());
    assertThat(deviceHello.proof().answers(challenge, origin, device)).isTrue();
    assertThat(deviceHello.proof().answers(challenge, origin, home)).isFalse();
  }

  @Test
  void proof_thatWasSigned_answersItsChallenge() throws Malformed {
    var household = HouseholdId.of(TestKeys.of("root").verifying());
    var home = TestKeys.of("home");
    var phone = TestKeys.of("device");
    var challenge = new Challenge(new byte[Challenge.SIZE_BYTES]);
    var origin = Origin.parse("http://localhost:8080");
    var ofHome = LinkProof.OfHome.sign(household, challenge, origin, home.signer());
    assertThat(ofHome.answers(challenge, origin, home.verifying())).isTrue();
    assertThat(LinkProof.OfHome.parse(ofHome.statement().text())).isEqualTo(ofHome);
    var id = DeviceId.of(household, phone.verifying());
    var ofDevice = LinkProof.OfDevice.sign(household, id, challenge, origin, phone.signer());
    assertThat(ofDevice.answers(challenge, origin, phone.verifying())).isTrue();
    assertThat(LinkProof.OfDevice.parse(ofDevice.statement().text())).isEqualTo(ofDevice);
  }

  @Test
  void unsubscribe_ofATrackThatIsNone_isMalformedAtTheTrack() {
    byte[] message = new MediaMessage.Unsubscribe(new CameraId(1, 2), Track.MAIN).bytes();
    message[message.length - 1] = 7;
    assertThatThrownBy(() -> MediaMessage.parse(message))
        .isInstanceOfSatisfying(
            Malformed.class, e -> assertThat(e.offset()).isEqualTo(message.length - 1));
  }

  @Test
  void toString_ofWhatIsSealed_holdsNoByteOfIt() {
    byte[] sealed = {1, 2, 3};
    var invite = InviteId.of(new byte[16]);
    assertThat(new HomeHears.Enrol(invite, 1, sealed)).hasToString("Enrol[sealed]");
    assertThat(new DeviceSays.Enrol(sealed)).hasToString("Enrol[sealed]");
    assertThat(new HomeSays.Enrolled(sealed, 1)).hasToString("Enrolled[sealed]");
    assertThat(new DeviceHears.Enrolled(sealed)).hasToString("Enrolled[sealed]");
  }

  @Test
  void ticket_toString_isRedacted() {
    assertThat(new MediaMessage.Ticket(new io.mashrabiya.wire.keys.Ticket(new byte[32])).toString())
        .contains("redacted")
        .doesNotContain("AAAA");
  }
}
