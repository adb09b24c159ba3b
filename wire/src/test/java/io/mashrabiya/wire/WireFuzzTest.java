package io.mashrabiya.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mashrabiya.wire.card.KeyCard;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.enrol.EnrolAnswer;
import io.mashrabiya.wire.enrol.EnrolRequest;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.KemKey;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.Push;
import io.mashrabiya.wire.letter.Request;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.LinkProof;
import io.mashrabiya.wire.link.MediaMessage;
import io.mashrabiya.wire.link.Origin;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.sealed.SoundFrame;
import io.mashrabiya.wire.statement.Statement;
import io.mashrabiya.wire.statement.Typ;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Hostile bytes at every reader: each gives a value that is written again to the same bytes, or is
/// malformed; never another exception.
class WireFuzzTest {
  private static final HomeCertificate HOME =
      HomeCertificate.issue(
          TestKeys.of("root").verifying(),
          7,
          TestKeys.of("home").verifying(),
          new KemKey(new byte[KemKey.SIZE_BYTES]),
          TestKeys.of("root").signer());

  @FuzzTest
  void json(byte[] input) {
    try {
      same(input, Json.parse("fuzz", input).bytes());
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  @FuzzTest
  void statement(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    try {
      var statement = Statement.parse(text);
      switch (statement.typ()) {
        case HOME_CERTIFICATE -> HomeCertificate.verify(statement);
        case KEY_CARD -> KeyCard.parse(text);
        case ENROL -> EnrolRequest.verify(text);
        case MEMBER_LIST -> MemberList.verify(text, HOME);
        case HOME_LINK -> LinkProof.OfHome.parse(text);
        case DEVICE_LINK -> LinkProof.OfDevice.parse(text);
        default -> {
          Letter.parse(text, Letter.Direction.TO_HOME);
          Letter.parse(text, Letter.Direction.TO_DEVICE);
        }
      }
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  /// The payload of a member list that the home signed.
  @FuzzTest
  void memberList(byte[] input) {
    try {
      if (Json.parse("fuzz", input) instanceof Json.Members payload) {
        var list = Statement.sign(Typ.MEMBER_LIST, payload, TestKeys.of("home").signer());
        MemberList.verify(list, HOME)
            .ifPresent(read -> same(input, read.statement().payload().bytes()));
      }
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  @FuzzTest
  void enrolAnswer(byte[] input) {
    try {
      EnrolAnswer.verify(input, HOME.household()).ifPresent(answer -> same(input, answer.bytes()));
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  /// Text that stands alone: an origin, a code, an id.
  @FuzzTest
  void word(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    try {
      same(input, Origin.parse(text).text().getBytes(StandardCharsets.ISO_8859_1));
      Origin.parse(text).webSocket("/v1/device");
    } catch (Malformed expected) {
      // that is the other way it may end
    }
    try {
      same(input, AdmissionCode.parse(text).words().getBytes(StandardCharsets.ISO_8859_1));
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  @FuzzTest
  void media(byte[] input) {
    try {
      same(input, MediaMessage.parse(input).bytes());
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  @FuzzTest
  void sound(byte[] input) {
    try {
      same(input, SoundFrame.parse(input).bytes());
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  @FuzzTest
  void control(byte[] input) {
    if (input.length == 0) {
      return;
    }
    String text = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
    try {
      String again =
          switch (input[0] & 3) {
            case 0 -> HomeSays.parse(text).text();
            case 1 -> HomeHears.parse(text).text();
            case 2 -> DeviceSays.parse(text).text();
            default -> DeviceHears.parse(text).text();
          };
      same(text.getBytes(StandardCharsets.UTF_8), again.getBytes(StandardCharsets.UTF_8));
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  @FuzzTest
  void bodies(byte[] input) {
    if (input.length == 0) {
      return;
    }
    Typ typ = Typ.values()[(input[0] & 0xff) % Typ.values().length];
    byte[] body = Arrays.copyOfRange(input, 1, input.length);
    try {
      same(body, Request.parse(typ, body).bytes());
    } catch (Malformed expected) {
      // that is the other way it may end
    }
    try {
      same(body, Push.parse(typ, body).bytes());
    } catch (Malformed expected) {
      // that is the other way it may end
    }
    try {
      same(body, Answer.parse(typ, body).bytes());
    } catch (Malformed expected) {
      // that is the other way it may end
    }
  }

  private static void same(byte[] input, byte[] again) {
    if (!Arrays.equals(input, again)) {
      throw new AssertionError("read and written again, it is not the same");
    }
  }
}
