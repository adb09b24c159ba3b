package io.mashrabiya.relay.admit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.wire.certificate.HomeCertificate;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.Challenge;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.HomeSays;
import io.mashrabiya.wire.link.LinkProof;
import io.mashrabiya.wire.link.Origin;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Origin OWN = new Origin("https://relay.example");
  private static final Origin OTHER = new Origin("https://other.example");

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  private final Challenge asked = challenge(1);
  private final Challenge askedBefore = challenge(2);
  private final TestHousehold ours = new TestHousehold();
  private final TestHousehold theirs = new TestHousehold();
  private final HomeAdmission homes =
      new HomeAdmission(Admission.invite(Set.of(ours.id())), Register.EMPTY);
  private final Gate gate = new Gate(OWN, homes);

  private static Challenge challenge(int first) {
    byte[] bytes = new byte[Challenge.SIZE_BYTES];
    bytes[0] = (byte) first;
    return new Challenge(bytes);
  }

  private ByeReason refusal(HomeSays.HomeHello hello) throws Malformed {
    return ((Gate.Verdict.Refused<HomeCertificate>) gate.home(hello, Optional.empty(), asked, NOW))
        .reason();
  }

  @Test
  void home_ofTheList_isProven() throws Malformed {
    var verdict = gate.home(ours.hello(3, asked, OWN), Optional.empty(), asked, NOW);
    assertThat(verdict).isInstanceOf(Gate.Verdict.Proven.class);
    var certificate = ((Gate.Verdict.Proven<HomeCertificate>) verdict).who();
    assertThat(certificate.household()).isEqualTo(ours.id());
    assertThat(certificate.serial()).isEqualTo(3);
  }

  @Test
  void home_notOnTheList_isNotAdmittedUntilItIs() throws Malformed {
    assertThat(refusal(theirs.hello(1, asked, OWN))).isEqualTo(ByeReason.NOT_ADMITTED);
    homes.decide(register -> register.admit(theirs.id(), NOW));
    assertThat(gate.home(theirs.hello(1, asked, OWN), Optional.empty(), asked, NOW))
        .isInstanceOf(Gate.Verdict.Proven.class);
  }

  @Test
  void home_suspended_isToldSoWhateverElseIsSaidOfIt() throws Malformed {
    homes.decide(register -> register.suspend(ours.id(), NOW).admit(ours.id(), NOW));
    assertThat(refusal(ours.hello(1, asked, OWN))).isEqualTo(ByeReason.SUSPENDED);
    homes.decide(register -> register.resume(ours.id()));
    assertThat(gate.home(ours.hello(1, asked, OWN), Optional.empty(), asked, NOW))
        .isInstanceOf(Gate.Verdict.Proven.class);
  }

  @Test
  void device_ofASuspendedHousehold_isToldSo() {
    var device = ours.device();
    homes.decide(register -> register.suspend(ours.id(), NOW));
    assertThat(gate.device(device.hello(asked, OWN), asked, Optional.empty()))
        .isEqualTo(new Gate.Verdict.Refused<>(ByeReason.SUSPENDED));
  }

  @Test
  void home_withACode_isAdmittedForGoodAndTheCodeIsUsedUp() throws Malformed {
    var code = code(1);
    assertThat(gate.home(theirs.hello(1, asked, OWN), Optional.of(code), asked, NOW))
        .isInstanceOf(Gate.Verdict.Proven.class);
    assertThat(homes.register().codes()).isEmpty();
    assertThat(gate.home(theirs.hello(1, asked, OWN), Optional.empty(), asked, NOW))
        .isInstanceOf(Gate.Verdict.Proven.class);
    var third = new TestHousehold();
    assertThat(gate.home(third.hello(1, asked, OWN), Optional.of(code), asked, NOW))
        .isEqualTo(new Gate.Verdict.Refused<>(ByeReason.NOT_ADMITTED));
  }

  @Test
  void home_withACodeThatDoesNotProveItself_leavesTheCodeGood() throws Malformed {
    var code = Optional.of(code(1));
    assertThat(gate.home(theirs.hello(1, askedBefore, OWN), code, asked, NOW))
        .isEqualTo(new Gate.Verdict.Refused<>(ByeReason.NOT_PROVEN));
    assertThat(gate.home(theirs.hello(1, asked, OWN), code, asked, NOW))
        .isInstanceOf(Gate.Verdict.Proven.class);
  }

  @Test
  void home_withACodeThatWasNeverMade_isNotAdmitted() throws Malformed {
    code(1);
    var guessed = Optional.of(new AdmissionCode(new byte[AdmissionCode.SIZE_BYTES]));
    assertThat(gate.home(theirs.hello(1, asked, OWN), guessed, asked, NOW))
        .isEqualTo(new Gate.Verdict.Refused<>(ByeReason.NOT_ADMITTED));
  }

  @Test
  void home_withACodeAnHourLate_isNotAdmitted() throws Malformed {
    var late = NOW.plusSeconds(3_600);
    assertThat(gate.home(theirs.hello(1, asked, OWN), Optional.of(code(1)), asked, late))
        .isEqualTo(new Gate.Verdict.Refused<>(ByeReason.NOT_ADMITTED));
  }

  @Test
  void home_admittedAlready_doesNotUseItsCodeUp() throws Malformed {
    assertThat(gate.home(ours.hello(1, asked, OWN), Optional.of(code(1)), asked, NOW))
        .isInstanceOf(Gate.Verdict.Proven.class);
    assertThat(homes.register().codes()).hasSize(1);
  }

  private AdmissionCode code(int first) {
    byte[] bytes = new byte[AdmissionCode.SIZE_BYTES];
    bytes[0] = (byte) first;
    var code = new AdmissionCode(bytes);
    homes.decide(register -> register.invite(CodeHash.of(code), NOW.plusSeconds(3_600), NOW));
    return code;
  }

  @Test
  void home_replayedProof_isNotProven() throws Malformed {
    assertThat(refusal(ours.hello(1, askedBefore, OWN))).isEqualTo(ByeReason.NOT_PROVEN);
  }

  @Test
  void home_proofForAnotherOrigin_isNotProven() throws Malformed {
    assertThat(refusal(ours.hello(1, asked, OTHER))).isEqualTo(ByeReason.NOT_PROVEN);
  }

  @Test
  void home_proofOfAnotherKey_isNotProven() throws Malformed {
    var proof = LinkProof.OfHome.sign(ours.id(), asked, OWN, theirs.home());
    var hello = new HomeSays.HomeHello(ours.certificate(1).statement(), proof);
    assertThat(refusal(hello)).isEqualTo(ByeReason.NOT_PROVEN);
  }

  @Test
  void home_certificateOfAnotherHousehold_isNotProven() throws Malformed {
    var proof = LinkProof.OfHome.sign(ours.id(), asked, OWN, theirs.home());
    var hello = new HomeSays.HomeHello(theirs.certificate(1).statement(), proof);
    assertThat(refusal(hello)).isEqualTo(ByeReason.NOT_PROVEN);
  }

  @Test
  void home_certificateThatItsOwnKeySigned_isNotProven() throws Malformed {
    // Claims our id, but the root in it is not ours, so that its hash is another.
    var forged =
        HomeCertificate.issue(
            ours.root().verifying(),
            9,
            theirs.home().verifying(),
            theirs.certificate(1).kem(),
            theirs.root());
    var proof = LinkProof.OfHome.sign(ours.id(), asked, OWN, theirs.home());
    assertThat(refusal(new HomeSays.HomeHello(forged.statement(), proof)))
        .isEqualTo(ByeReason.NOT_PROVEN);
  }

  @Test
  void device_ofTheList_isProven() {
    var device = ours.device();
    var list = Optional.of(ours.members(1, 1, device));
    var verdict = gate.device(device.hello(asked, OWN), asked, list);
    assertThat(verdict)
        .isEqualTo(new Gate.Verdict.Proven<>(new Gate.Member(ours.id(), device.id())));
  }

  @Test
  void device_notOnTheList_isNotAMember() {
    var list = Optional.of(ours.members(1, 2, ours.device()));
    var verdict = gate.device(ours.device().hello(asked, OWN), asked, list);
    assertThat(verdict).isEqualTo(new Gate.Verdict.Refused<>(ByeReason.NOT_A_MEMBER));
  }

  @Test
  void device_ofAHouseholdWithoutAList_isToComeBack() {
    var verdict = gate.device(ours.device().hello(asked, OWN), asked, Optional.empty());
    assertThat(verdict).isEqualTo(new Gate.Verdict.Refused<>(ByeReason.HOME_UNKNOWN));
  }

  @Test
  void device_listOfAnotherHousehold_doesNotCount() {
    var device = theirs.device();
    var list = Optional.of(ours.members(1, 1, ours.device()));
    var verdict = gate.device(device.hello(asked, OWN), asked, list);
    assertThat(verdict).isEqualTo(new Gate.Verdict.Refused<>(ByeReason.HOME_UNKNOWN));
  }

  @Test
  void device_replayedProofOrOneForAnotherOrigin_isNotProven() {
    var device = ours.device();
    var list = Optional.of(ours.members(1, 1, device));
    var refused = new Gate.Verdict.Refused<Gate.Member>(ByeReason.NOT_PROVEN);
    assertThat(gate.device(device.hello(askedBefore, OWN), asked, list)).isEqualTo(refused);
    assertThat(gate.device(device.hello(asked, OTHER), asked, list)).isEqualTo(refused);
  }

  @Test
  void device_idOfAMemberButAnotherKey_isNotProven() {
    var member = ours.device();
    var list = Optional.of(ours.members(1, 1, member));
    var proof = LinkProof.OfDevice.sign(ours.id(), member.id(), asked, OWN, ours.device().keys());
    var hello = new io.mashrabiya.wire.link.DeviceSays.DeviceHello(proof);
    assertThat(gate.device(hello, asked, list))
        .isEqualTo(new Gate.Verdict.Refused<>(ByeReason.NOT_PROVEN));
  }
}
