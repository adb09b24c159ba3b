package io.mashrabiya.bench.seal;

import io.mashrabiya.bench.Effort;
import io.mashrabiya.bench.Findings;
import io.mashrabiya.bench.Measurement;
import io.mashrabiya.bench.measure.Contest;
import io.mashrabiya.bench.measure.Medians;
import io.mashrabiya.bench.measure.ThreadCpu;
import io.mashrabiya.bench.report.Figure;
import io.mashrabiya.vault.seal.FrameOpener;
import io.mashrabiya.vault.seal.FrameOpening;
import io.mashrabiya.vault.seal.FrameSealer;
import io.mashrabiya.vault.sign.Ed25519PrivateKey;
import io.mashrabiya.wire.ids.CameraId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.sealed.FrameStatement;
import io.mashrabiya.wire.sealed.Kid;
import io.mashrabiya.wire.sealed.Kind;
import io.mashrabiya.wire.sealed.SealedFrame;
import io.mashrabiya.wire.sealed.Track;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Sealing and opening a frame of 8 KB, beside its three primitives alone over the same bytes:
/// AES-256-GCM and SHA-256 of the JDK over the picture, and BouncyCastle's Ed25519 over as many
/// bytes as a frame's statement has.
public final class SealBench implements Measurement {
  private static final int PICTURE_BYTES = 8 * 1024;
  private static final int PICTURES = 64;
  private static final int TAG_BYTES = 16;
  private static final long CAPTURE_MICROS = 1_700_000_000_000_000L;

  private final SecureRandom random = new SecureRandom();
  private final byte[][] pictures = pictures();
  private final Ed25519PrivateKey home = Ed25519PrivateKey.generate();
  private final HouseholdId household = HouseholdId.of(Ed25519PrivateKey.generate().publicKey());
  private final CameraId camera = CameraId.random(random);
  private final Kid kid = new Kid(CAPTURE_MICROS / 1_000_000, Track.MAIN);
  private final BareCiphers bare = new BareCiphers(random);

  @Override
  public String name() {
    return "seal";
  }

  @Override
  public String about() {
    return "seal and open a frame of 8 KB, against bare AES-256-GCM, SHA-256 and Ed25519";
  }

  @Override
  public Effort usualEffort() {
    return new Effort(15, Duration.ofSeconds(3), Duration.ofMillis(500));
  }

  @Override
  public Findings measure(Effort effort) throws Exception {
    byte[] statement = statement();
    bare.sign(statement);
    var contest = new Contest();
    sealing(contest, statement);
    opening(contest, statement);
    alone(contest, statement);
    Medians micros = contest.hold(effort);
    return new Findings(
        Map.of("frame", PICTURE_BYTES + " bytes", "time", "CPU time of one thread"),
        List.of(
            beside("seal", "bare-seal", micros),
            beside("open", "bare-open", micros),
            Figure.of("bare-aes-gcm-encrypt", micros.of("aes"), "us"),
            Figure.of("bare-sha-256", micros.of("sha"), "us"),
            Figure.of("bare-ed25519-sign", micros.of("sign"), "us"),
            Figure.of("bare-ed25519-verify", micros.of("verify"), "us")));
  }

  private void sealing(Contest contest, byte[] statement) {
    var sealer = new FrameSealer(household, camera, kid, home);
    byte[] target = new byte[PICTURE_BYTES + TAG_BYTES];
    contest
        .with(
            "seal",
            ThreadCpu.microsPer(i ->
                sealer
                    .seal(Kind.KEY, CAPTURE_MICROS + i, pictures[i % PICTURES])
                    .envelope()
                    .length))
        .with(
            "bare-seal",
            ThreadCpu.microsPer(i ->
                bare.digest(pictures[i % PICTURES])
                    + bare.sign(statement)
                    + bare.encrypt(pictures[i % PICTURES], target)));
  }

  private void opening(Contest contest, byte[] statement) throws Exception {
    var sealer = new FrameSealer(household, camera, kid, home);
    var opener = new FrameOpener(household, camera, kid, sealer.baseKey(), home.publicKey());
    SealedFrame[] sealed = new SealedFrame[PICTURES];
    byte[][] encrypted = new byte[PICTURES][PICTURE_BYTES + TAG_BYTES];
    for (int i = 0; i < PICTURES; i++) {
      sealed[i] = sealer.seal(Kind.KEY, CAPTURE_MICROS + i, pictures[i]);
      bare.encrypt(pictures[i], encrypted[i]);
    }
    byte[] target = new byte[PICTURE_BYTES];
    contest
        .with("open", ThreadCpu.microsPer(i -> open(opener, sealed[i % PICTURES])))
        .with(
            "bare-open",
            ThreadCpu.microsPer(i ->
                bare.decrypt(i % PICTURES, encrypted[i % PICTURES], target)
                    + bare.digest(target)
                    + bare.verify(statement)));
  }

  private void alone(Contest contest, byte[] statement) {
    byte[] target = new byte[PICTURE_BYTES + TAG_BYTES];
    contest
        .with("aes", ThreadCpu.microsPer(i -> bare.encrypt(pictures[i % PICTURES], target)))
        .with("sha", ThreadCpu.microsPer(i -> bare.digest(pictures[i % PICTURES])))
        .with("sign", ThreadCpu.microsPer(i -> bare.sign(statement)))
        .with("verify", ThreadCpu.microsPer(i -> bare.verify(statement)));
  }

  private static int open(FrameOpener opener, SealedFrame frame) {
    return switch (opener.open(frame)) {
      case FrameOpening.Opened opened -> opened.picture().length;
      case FrameOpening.NotOpened() -> throw new IllegalStateException("a frame did not open");
      case FrameOpening.Forged() -> throw new IllegalStateException("a frame looks forged");
    };
  }

  private static Figure beside(String name, String reference, Medians micros) {
    return Figure.of(name + "-8k", micros.of(name), "us", micros.of(reference));
  }

  private byte[] statement() {
    byte[] hash = new byte[32];
    return FrameStatement.bytes(household, camera, kid, 7, Kind.KEY, 7, CAPTURE_MICROS, hash);
  }

  private byte[][] pictures() {
    byte[][] made = new byte[PICTURES][PICTURE_BYTES];
    for (byte[] picture : made) {
      random.nextBytes(picture);
    }
    return made;
  }
}
