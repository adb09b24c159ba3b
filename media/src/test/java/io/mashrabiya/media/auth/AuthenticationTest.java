package io.mashrabiya.media.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.ClientAuthentication.Reply;
import io.mashrabiya.media.auth.ServerAuthentication.Scheme;
import io.mashrabiya.media.auth.ServerAuthentication.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuthenticationTest {
  private static final Credentials MUFASA = new Credentials("Mufasa", "Circle of Life");
  private static final String URI = "/dir/index.html";

  private static ClientAuthentication client(Credentials credentials, String nonce) {
    return new ClientAuthentication(Optional.of(credentials), () -> nonce);
  }

  /// RFC 7616, section 3.9.1.
  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
  })
  void header_exampleOfTheStandard_hasItsResponse(String algorithm, String response) {
    var client = client(MUFASA, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    String challenge =
        "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm="
            + algorithm
            + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
            + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    assertThat(client.challenged(List.of(challenge))).isEqualTo(Reply.ASK_AGAIN);
    assertThat(client.header("GET", URI).orElseThrow())
        .startsWith("Digest username=\"Mufasa\"")
        .contains("response=\"" + response + "\"")
        .contains("nc=00000001")
        .contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"")
        .contains("algorithm=" + algorithm)
        .contains("qop=auth,");
  }

  /// RFC 2617, section 3.5, computed without `qop` as RFC 2069 has it.
  @Test
  void header_challengeWithoutQop_isThatOfOldCameras() {
    var client = client(new Credentials("Mufasa", "Circle Of Life"), "unused");
    client.challenged(
        List.of(
            "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\""));
    assertThat(client.header("GET", URI).orElseThrow())
        .contains("response=\"670fd8c2df070c60b045671b8b24ff02\"")
        .doesNotContain("qop", "nc=", "cnonce", "algorithm");
  }

  @Test
  void header_secondRequest_countsOn() {
    var client = client(MUFASA, "c");
    client.challenged(List.of("Digest realm=\"r\", nonce=\"n\", qop=\"auth\""));
    assertThat(client.header("OPTIONS", "u").orElseThrow()).contains("nc=00000001");
    assertThat(client.header("DESCRIBE", "u").orElseThrow()).contains("nc=00000002");
    client.challenged(List.of("Digest realm=\"r\", nonce=\"m\", qop=\"auth\", stale=true"));
    assertThat(client.nonceWasStale()).isTrue();
    assertThat(client.header("DESCRIBE", "u").orElseThrow()).contains("nc=00000001");
  }

  @Test
  void challenged_severalWays_answersTheStrongest() {
    var client = client(MUFASA, "c");
    client.challenged(
        List.of(
            "Basic realm=\"r\"",
            "Digest realm=\"r\", nonce=\"n\", algorithm=MD5",
            "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256"));
    assertThat(client.header("OPTIONS", "u").orElseThrow()).contains("algorithm=SHA-256");
  }

  @Test
  void challenged_digestBesideBasic_neverShowsThePassword() {
    var client = client(MUFASA, "c");
    client.challenged(List.of("Basic realm=\"r\"", "Digest realm=\"r\", nonce=\"n\""));
    assertThat(client.header("OPTIONS", "u").orElseThrow()).startsWith("Digest");
  }

  @Test
  void header_basicAlone_isNameAndPassword() {
    var client = client(new Credentials("Aladdin", "open sesame"), "c");
    client.challenged(List.of("Basic realm=\"r\""));
    assertThat(client.header("OPTIONS", "u")).hasValue("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  }

  @Test
  void header_beforeAnyChallenge_isNone() {
    assertThat(client(MUFASA, "c").header("OPTIONS", "u")).isEmpty();
  }

  @Test
  void challenged_nothingToAnswerWith_saysSo() {
    var nobody = new ClientAuthentication(Optional.empty(), () -> "c");
    assertThat(nobody.challenged(List.of("Basic realm=\"r\""))).isEqualTo(Reply.NO_CREDENTIALS);
    assertThat(client(MUFASA, "c").challenged(List.of("Bearer"))).isEqualTo(Reply.NOT_SPOKEN);
    assertThat(client(MUFASA, "c").challenged(List.of())).isEqualTo(Reply.NOT_SPOKEN);
  }

  private static List<String> challenges(ServerAuthentication server) {
    return ((Verdict.Challenged) server.judge(Optional.empty(), "DESCRIBE")).headers();
  }

  @ParameterizedTest
  @EnumSource
  void judge_rightAnswer_isAdmittedOnce(Scheme scheme) {
    Credentials credentials = new Credentials("mö\"na\\", "wörd, \"x\"");
    var server = new ServerAuthentication(credentials, List.of(scheme), "n1");
    var client = client(credentials, "c");
    client.challenged(challenges(server));
    Optional<String> answer = client.header("DESCRIBE", "rtsp://h/x");
    assertThat(server.judge(answer, "DESCRIBE")).isEqualTo(new Verdict.Admitted());
    boolean counted = scheme == Scheme.DIGEST_MD5 || scheme == Scheme.DIGEST_SHA_256;
    assertThat(server.judge(answer, "DESCRIBE") instanceof Verdict.Admitted)
        .as("the same answer again")
        .isEqualTo(!counted);
    assertThat(server.judge(client.header("SETUP", "rtsp://h/x"), "SETUP"))
        .isEqualTo(new Verdict.Admitted());
  }

  @ParameterizedTest
  @EnumSource
  void judge_wrongPasswordOrName_isChallenged(Scheme scheme) {
    var server = new ServerAuthentication(MUFASA, List.of(scheme), "n1");
    for (Credentials wrong :
        List.of(new Credentials("Mufasa", "x"), new Credentials("x", "Circle of Life"))) {
      var client = client(wrong, "c");
      client.challenged(challenges(server));
      assertThat(server.judge(client.header("DESCRIBE", "u"), "DESCRIBE"))
          .isInstanceOf(Verdict.Challenged.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DIGEST_MD5", "DIGEST_SHA_256", "DIGEST_MD5_WITHOUT_QOP"})
  void judge_answerForAnotherMethodOrConnection_isChallenged(Scheme scheme) {
    var server = new ServerAuthentication(MUFASA, List.of(scheme), "n1");
    var other = new ServerAuthentication(MUFASA, List.of(scheme), "n2");
    var client = client(MUFASA, "c");
    client.challenged(challenges(server));
    Optional<String> answer = client.header("DESCRIBE", "u");
    assertThat(server.judge(answer, "SETUP")).isInstanceOf(Verdict.Challenged.class);
    assertThat(other.judge(answer, "DESCRIBE"))
        .isInstanceOfSatisfying(
            Verdict.Challenged.class,
            challenged -> assertThat(challenged.headers().getFirst()).contains("stale=true"));
  }

  @Test
  void judge_schemeThatIsNotOffered_isChallenged() {
    var server = new ServerAuthentication(MUFASA, List.of(Scheme.DIGEST_SHA_256), "n1");
    var client = client(MUFASA, "c");
    client.challenged(List.of("Basic realm=\"mashrabiya\""));
    assertThat(server.judge(client.header("DESCRIBE", "u"), "DESCRIBE"))
        .isInstanceOf(Verdict.Challenged.class);
    client.challenged(List.of("Digest realm=\"mashrabiya\", nonce=\"n1\""));
    assertThat(server.judge(client.header("DESCRIBE", "u"), "DESCRIBE"))
        .isInstanceOf(Verdict.Challenged.class);
  }
}
