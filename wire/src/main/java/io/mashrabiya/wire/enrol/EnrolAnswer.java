package io.mashrabiya.wire.enrol;

import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Fields;
import io.mashrabiya.wire.codec.Json;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.DeviceId;
import io.mashrabiya.wire.ids.HouseholdId;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.VerifyingKey;
import io.mashrabiya.wire.member.MemberList;
import io.mashrabiya.wire.right.Terms;
import java.util.Optional;

/// What a home tells a newcomer whom it took in (formats, section 7). It travels only under the
/// invite's key.
///
/// Guarantee: an instance that was read is of the household that was asked for, and certificate and
/// list prove it. Not guaranteed: that `nonce` is the newcomer's own, which the newcomer compares.
public record EnrolAnswer(
    HomeCertificate certificate,
    DeviceId device,
    MemberList memberList,
    String name,
    Nonce nonce,
    Terms terms) {

  /// Empty when it is well-formed but does not prove to be of `household`.
  public static Optional<EnrolAnswer> verify(byte[] body, HouseholdId household) throws Malformed {
    var fields = Fields.parse("enrol-answer", body);
    var certificate = HomeCertificate.verify(fields.text("certificate"));
    var device = DeviceId.parse(fields.text("device"));
    String list = fields.text("memberList");
    String name = fields.words("name");
    var nonce = new Nonce(fields.exactly("nonce", Nonce.SIZE_BYTES));
    var root = new VerifyingKey(fields.exactly("root", VerifyingKey.SIZE_BYTES));
    var terms = Terms.read(fields, "terms");
    fields.end();
    var proven =
        certificate.filter(it -> it.root().equals(root) && it.household().equals(household));
    if (proven.isEmpty()) {
      return Optional.empty();
    }
    return MemberList.verify(list, proven.get())
        .filter(it -> it.members().containsKey(device))
        .map(it -> new EnrolAnswer(proven.get(), device, it, name, nonce, terms));
  }

  public byte[] bytes() {
    return Json.object()
        .put("certificate", certificate.statement().text())
        .put("device", device.toString())
        .put("memberList", memberList.statement().text())
        .put("name", name)
        .put("nonce", nonce.bytes())
        .put("root", certificate.root().bytes())
        .put("terms", terms.json())
        .build()
        .bytes();
  }
}
