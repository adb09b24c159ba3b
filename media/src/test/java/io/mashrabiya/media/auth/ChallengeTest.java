package io.mashrabiya.media.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
  private static Challenge.Digest digest(String header) {
    assertThat(Challenge.read(List.of(header))).hasSize(1);
    return (Challenge.Digest) Challenge.read(List.of(header)).getFirst();
  }

  @Test
  void read_fullDigest_givesAllOfIt() {
    assertThat(
            digest(
                "Digest realm=\"a, \\\"b\\\"\", qop=\"auth, auth-int\", algorithm=SHA-256,"
                    + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"x=y\","
                    + " stale=TRUE"))
        .isEqualTo(
            new Challenge.Digest(
                "a, \"b\"",
                "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
                Optional.of("x=y"),
                DigestAlgorithm.SHA_256,
                true,
                true,
                true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Digest realm=\"cam\", nonce=\"n\"",
        "digest realm=\"cam\",nonce=\"n\"",
        "DIGEST Realm = \"cam\" , Nonce = \"n\"",
        "Digest realm=cam, nonce=n",
        "Digest realm=\"cam\" nonce=\"n\"",
        "Digest realm=\"cam\", nonce=\"n\", qop=\"\"",
        "Digest realm=\"cam\", nonce=\"n",
        ",, Digest realm=\"cam\", nonce=\"n\",,"
      })
  void read_oldCameras_areUnderstood(String header) {
    Challenge.Digest digest = digest(header);
    assertThat(digest.realm()).isEqualTo("cam");
    assertThat(digest.nonce()).isEqualTo("n");
    assertThat(digest.algorithm()).isEqualTo(DigestAlgorithm.MD5);
    assertThat(digest.algorithmNamed()).isFalse();
    assertThat(digest.qopAuth()).isFalse();
  }

  @Test
  void read_severalSchemesInOneHeader_areAllThere() {
    assertThat(
            Challenge.read(
                List.of("Basic realm=\"a\", Digest realm=\"b\", nonce=\"n\", Negotiate abc==")))
        .hasSize(2)
        .first()
        .isEqualTo(new Challenge.Basic("a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Digest",
        "Digest realm=\"a\"",
        "Digest realm=\"a\", nonce=\"n\", algorithm=SHA-512-256",
        "Digest realm=\"a\", nonce=\"n\", qop=\"auth-int\"",
        "Bearer realm=\"a\"",
        "=\"=\"=,,\"",
        "realm=\"a\""
      })
  void read_whatIsNotSpoken_isLeftOut(String header) {
    assertThat(Challenge.read(List.of(header))).isEmpty();
  }
}
