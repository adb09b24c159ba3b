package io.mashrabiya.home.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.home.desk.Inviting;
import io.mashrabiya.vault.enrol.InviteSecret;
import io.mashrabiya.vault.enrol.PairingLink;
import io.mashrabiya.vault.keys.RootKey;
import io.mashrabiya.wire.link.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvitationsTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000);
  private static final Origin RELAY = new Origin("https://relay.example");
  private static final PairingLink LINK =
      new PairingLink(RootKey.generate().household(), InviteSecret.fresh(), RELAY.text());

  private final List<InviteTerms> asked = new ArrayList<>();

  private Reply make(Inviting answer, String query) {
    var invitations =
        new Invitations(
            terms -> {
              asked.add(terms);
              return answer;
            },
            Map::of,
            RELAY,
            InstantSource.fixed(NOW));
    return invitations.make(new InviteRequest(query));
  }

  private static String body(Reply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  @Test
  void make_invite_answersWithTheWholeLink() throws Exception {
    Reply reply = make(new Inviting.Made(LINK, NOW.plusSeconds(600)), "");
    var made = InviteReply.Made.read(reply.body());
    assertThat(made.link()).startsWith("https://relay.example/#pair/1/");
    assertThat(PairingLink.parse(made.link())).isEqualTo(LINK);
    assertThat(made.until()).isEqualTo(NOW.plusSeconds(600));
    assertThat(asked).containsExactly(InviteTerms.ONE_DEVICE);
  }

  @Test
  void make_invite_isWrittenNowhereButIntoTheBody() throws Exception {
    Reply reply = make(new Inviting.Made(LINK, NOW), "");
    var made = InviteReply.Made.read(reply.body());
    String secret = made.link().split("/")[6];
    assertThat(body(reply)).contains(secret);
    assertThat(reply.toString()).doesNotContain(secret, "#pair");
    assertThat(made.toString()).doesNotContain(secret, "#pair");
    assertThat(new String(reply.head(), StandardCharsets.US_ASCII))
        .doesNotContain(secret)
        .contains("Cache-Control: no-store");
  }

  @Test
  void make_homeThatIsBehind_saysWhyThereIsNone() {
    Reply reply = make(new Inviting.Behind(), "");
    assertThat(body(reply))
        .contains("There is no invite. This home is an old copy of itself")
        .contains("the newest copy of its data folder is put back");
    assertThat(new String(reply.head(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 409 ");
  }

  @Test
  void make_moreThanCanBeToldOf_saysSo() {
    assertThat(body(make(new Inviting.Full(), ""))).contains("Too many invites");
  }

  @Test
  void make_notUnderstood_asksTheHomeForNothing() {
    Reply reply = make(new Inviting.Full(), "rights=own");
    assertThat(new String(reply.head(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 400 ");
    assertThat(asked).isEmpty();
  }
}
