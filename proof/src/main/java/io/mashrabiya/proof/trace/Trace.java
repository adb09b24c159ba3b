package io.mashrabiya.proof.trace;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.device.pair.Membership;
import io.mashrabiya.proof.world.Witness;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.codec.Base64Url;
import io.mashrabiya.wire.statement.Statement;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;

/// Writes a history down as lines of words: first the number of a visit, then what happened in it.
/// What begins with `=` is what the device made of the line before.
///
/// Times are milliseconds by the device's two clocks; bytes and texts are base64url. The keys of
/// the devices are in it, because they have to be opened with.
final class Trace implements Witness {
  private final PrintWriter out;
  private int visits;
  private long deliveries;

  Trace(PrintWriter out) {
    this.out = out;
  }

  /// How many messages devices heard so far.
  long deliveries() {
    return deliveries;
  }

  @Override
  public Visit begins(String name, Membership membership, Moment now, Statement certificate) {
    var visit = new WrittenVisit(this, visits++);
    var kem = membership.keys().kem();
    visit.write(
        "begin",
        time(now),
        name.replace(' ', '-'),
        membership.household(),
        membership.device(),
        bytes(membership.home().root().bytes()),
        membership.home().statement().text(),
        bytes(kem.secret().toByteArray(InsecureSecretAccess.token())),
        bytes(kem.publicKey().bytes()),
        certificate.text());
    return visit;
  }

  void delivered() {
    deliveries++;
  }

  void line(int visit, Object... words) {
    out.print(visit);
    for (Object word : words) {
      out.print(' ');
      out.print(word);
    }
    out.print('\n');
  }

  /// Both clocks.
  static String time(Moment now) {
    return millis(now.monotonic()) + " " + millis(now.wall());
  }

  private static String millis(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 6).stripTrailingZeros().toPlainString();
  }

  static String bytes(byte[] bytes) {
    return bytes.length == 0 ? "-" : Base64Url.encode(bytes);
  }
}
