package io.mashrabiya.relay.route;

import static io.mashrabiya.relay.route.Now.NOW;
import static io.mashrabiya.relay.route.Now.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mashrabiya.relay.admit.HouseholdQuota;
import io.mashrabiya.relay.admit.TokenBucket.Rate;
import io.mashrabiya.relay.peer.TestDevice;
import io.mashrabiya.relay.peer.TestHousehold;
import io.mashrabiya.relay.tally.Count;
import io.mashrabiya.relay.tally.Tally;
import io.mashrabiya.wire.codec.Malformed;
import io.mashrabiya.wire.ids.InviteId;
import io.mashrabiya.wire.keys.AdmissionCode;
import io.mashrabiya.wire.keys.Ticket;
import io.mashrabiya.wire.link.ByeReason;
import io.mashrabiya.wire.link.DeviceHears;
import io.mashrabiya.wire.link.DeviceSays;
import io.mashrabiya.wire.link.HomeHears;
import io.mashrabiya.wire.link.HomeSays;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutesTest {
  private static final LinkId HOME = new LinkId(1);
  private static final LinkId OTHER_HOME = new LinkId(2);
  private static final LinkId PHONE = new LinkId(3);
  private static final LinkId SECOND_TAB = new LinkId(4);
  private static final LinkId TABLET = new LinkId(5);
  private static final LinkId STRANGER = new LinkId(6);
  private static final Rate RATE = new Rate(1, 1);
  private static final InviteId INVITE = InviteId.of(new byte[16]);

  private final SecureRandom random = new SecureRandom();
  private final Tally tally = new Tally();
  private final Routes routes = routes(RouteLimits.DEFAULT);
  private final TestHousehold ours = new TestHousehold();
  private final TestHousehold theirs = new TestHousehold();
  private final TestDevice phone = ours.device();
  private final TestDevice tablet = ours.device();

  private Routes routes(RouteLimits limits) {
    return new Routes(limits, () -> Ticket.random(random), tally);
  }

  /// Our home with a phone in two tabs and a tablet, and the other home with nobody.
  private void everybodyIsHere() throws Malformed {
    homeIsHere();
    routes.homeArrives(OTHER_HOME, theirs.certificate(1), NOW);
    routes.deviceArrives(PHONE, ours.id(), phone.id(), NOW);
    routes.deviceArrives(SECOND_TAB, ours.id(), phone.id(), NOW);
    routes.deviceArrives(TABLET, ours.id(), tablet.id(), NOW);
  }

  private void homeIsHere() throws Malformed {
    routes.homeArrives(HOME, ours.certificate(1), NOW);
    routes.homeSays(HOME, ours.says(ours.members(1, 1, phone, tablet)), NOW);
  }

  private List<Deed> homeSays(HomeSays message) throws Malformed {
    return routes.homeSays(HOME, message, NOW);
  }

  // ---- homes ----

  @Test
  void homeArrives_first_isWelcomedWithATicketThatOpensOnce() {
    var deeds = routes.homeArrives(HOME, ours.certificate(1), NOW);
    var welcome = (HomeHears.Welcome) ((Deed.TellHome) deeds.getFirst()).message();
    assertThat(tally.of(Count.HOMES_WELCOMED)).isEqualTo(1);
    assertThat(routes.redeem(welcome.ticket(), NOW)).contains(HOME);
    assertThat(routes.redeem(welcome.ticket(), NOW)).isEmpty();
  }

  @Test
  void homeArrives_rivalOfALiveOne_isRefusedAndBothAreTold() throws Malformed {
    homeIsHere();
    assertThat(routes.homeArrives(OTHER_HOME, ours.certificate(1), NOW))
        .containsExactly(new Deed.Ping(HOME));
    assertThat(routes.heard(HOME, after(100)))
        .containsExactly(
            new Deed.TellHome(HOME, new HomeHears.Rival()),
            new Deed.End(OTHER_HOME, ByeReason.RIVAL));
    assertThat(routes.party(OTHER_HOME)).isEmpty();
    assertThat(tally.of(Count.RIVALS_REFUSED)).isEqualTo(1);
  }

  @Test
  void homeArrives_rivalOfASilentOne_replacesIt() throws Malformed {
    homeIsHere();
    routes.homeArrives(OTHER_HOME, ours.certificate(1), NOW);
    assertThat(routes.tick(after(1_999))).isEmpty();
    var deeds = routes.tick(after(2_000));
    assertThat(deeds.getFirst()).isEqualTo(new Deed.End(HOME, ByeReason.REPLACED));
    assertThat(deeds.get(1)).isInstanceOf(Deed.TellHome.class);
    assertThat(routes.gone(HOME, after(2_001))).isEmpty();
  }

  @Test
  void homeSays_rivalBeforeTheMatterIsDecided_isNotHeard() throws Malformed {
    homeIsHere();
    routes.homeArrives(OTHER_HOME, ours.certificate(1), NOW);
    var emptied = ours.says(ours.members(1, 2));
    assertThat(routes.homeSays(OTHER_HOME, emptied, NOW)).isEmpty();
    assertThat(routes.members(ours.id()).orElseThrow().members()).hasSize(2);
  }

  @Test
  void homeArrives_olderSerial_isRefused() {
    routes.homeArrives(HOME, ours.certificate(5), NOW);
    assertThat(routes.homeArrives(OTHER_HOME, ours.certificate(4), NOW))
        .containsExactly(new Deed.End(OTHER_HOME, ByeReason.REPLACED));
    assertThat(tally.of(Count.HOMES_REFUSED)).isEqualTo(1);
  }

  @Test
  void homeArrives_newerSerial_showsDevicesTheCertificateAndForgetsThePast() throws Malformed {
    everybodyIsHere();
    homeSays(new HomeSays.Card(ours.card(phone, 1, 1)));
    var newer = new LinkId(99);
    var certificate = ours.certificate(2);
    var deeds = routes.homeArrives(newer, certificate, NOW);
    assertThat(deeds)
        .contains(new Deed.End(HOME, ByeReason.REPLACED), new Deed.Forget(ours.id()))
        .contains(new Deed.TellDevice(PHONE, new DeviceHears.Certificate(certificate.statement())));
    assertThat(tally.of(Count.HOMES_REPLACED)).isEqualTo(1);
    // No card of before: the phone hears its welcome and nothing else.
    assertThat(routes.deviceArrives(new LinkId(98), ours.id(), phone.id(), NOW)).hasSize(1);
  }

  @Test
  void gone_home_tellsItsDevicesAndNobodyElse() throws Malformed {
    everybodyIsHere();
    assertThat(routes.gone(HOME, NOW))
        .containsExactlyInAnyOrder(
            new Deed.TellDevice(PHONE, new DeviceHears.Online(false)),
            new Deed.TellDevice(SECOND_TAB, new DeviceHears.Online(false)),
            new Deed.TellDevice(TABLET, new DeviceHears.Online(false)));
    assertThat(routes.gone(OTHER_HOME, NOW)).isEmpty();
  }

  @Test
  void homeArrives_again_tellsDevicesThatItIsBack() throws Malformed {
    everybodyIsHere();
    assertThat(routes.isHomeOnline(ours.id())).isTrue();
    routes.gone(HOME, NOW);
    assertThat(routes.isHomeOnline(ours.id())).isFalse();
    assertThat(routes.isHomeOnline(new TestHousehold().id())).isFalse();
    assertThat(routes.homesOnline()).isEqualTo(1); // the other household's
    assertThat(routes.homeArrives(new LinkId(99), ours.certificate(1), NOW))
        .contains(new Deed.TellDevice(PHONE, new DeviceHears.Online(true)))
        .noneMatch(Deed.Forget.class::isInstance);
  }

  // ---- what the operator does ----

  @Test
  void expel_household_endsEachOfItsLinksAndNobodyElses() throws Malformed {
    everybodyIsHere();
    routes.homeSays(HOME, new HomeSays.Invite(INVITE, 600), NOW);
    routes.newcomerArrives(STRANGER, ours.id(), INVITE, NOW);
    assertThat(routes.expel(ours.id(), ByeReason.SUSPENDED))
        .containsExactlyInAnyOrder(
            new Deed.End(HOME, ByeReason.SUSPENDED),
            new Deed.End(PHONE, ByeReason.SUSPENDED),
            new Deed.End(SECOND_TAB, ByeReason.SUSPENDED),
            new Deed.End(TABLET, ByeReason.SUSPENDED),
            new Deed.End(STRANGER, ByeReason.SUSPENDED),
            new Deed.Forget(ours.id()));
    assertThat(routes.remembered()).containsExactly(theirs.id());
    assertThat(routes.party(PHONE)).isEmpty();
    assertThat(routes.gone(PHONE, NOW)).isEmpty();
    assertThat(routes.gone(HOME, NOW)).isEmpty();
    assertThat(routes.homesOnline()).isEqualTo(1);
  }

  @Test
  void expel_householdWithARivalOfItsHome_endsBoth() throws Malformed {
    homeIsHere();
    routes.homeArrives(OTHER_HOME, ours.certificate(1), NOW);
    assertThat(routes.expel(ours.id(), ByeReason.NOT_ADMITTED))
        .contains(
            new Deed.End(HOME, ByeReason.NOT_ADMITTED),
            new Deed.End(OTHER_HOME, ByeReason.NOT_ADMITTED));
  }

  @Test
  void expel_householdThatIsNotHere_isNothing() {
    assertThat(routes.expel(ours.id(), ByeReason.SUSPENDED)).isEmpty();
  }

  @Test
  void expel_ticketsOfItsLinks_openNothingAnyMore() throws Malformed {
    var deeds = routes.homeArrives(HOME, ours.certificate(1), NOW);
    var welcome = (HomeHears.Welcome) ((Deed.TellHome) deeds.getFirst()).message();
    routes.expel(ours.id(), ByeReason.SUSPENDED);
    assertThat(routes.redeem(welcome.ticket(), NOW)).isEmpty();
  }

  @Test
  void moves_homeThatLeaves_isNoNewsForItsDevices() throws Malformed {
    everybodyIsHere();
    routes.moves();
    assertThat(routes.gone(HOME, NOW)).isEmpty();
    assertThat(routes.members(ours.id())).isPresent();
  }

  @Test
  void introducedHomes_areThoseThatSaidWhoTheirDevicesAre() throws Malformed {
    routes.homeArrives(OTHER_HOME, theirs.certificate(1), NOW);
    assertThat(routes.introducedHomes()).isZero();
    homeIsHere();
    assertThat(routes.introducedHomes()).isEqualTo(1);
    routes.gone(HOME, NOW);
    assertThat(routes.introducedHomes()).isZero();
  }

  @Test
  void deviceSays_knows_isToldOfItsOwnHousehold() throws Malformed {
    everybodyIsHere();
    assertThat(routes.deviceSays(PHONE, new DeviceSays.Knows(), NOW))
        .containsExactly(new Deed.TellKnown(PHONE, ours.id()));
    assertThat(routes.devices(ours.id())).isEqualTo(2);
    assertThat(routes.links(ours.id())).containsExactlyInAnyOrder(HOME, PHONE, SECOND_TAB, TABLET);
    assertThat(routes.party(PHONE)).contains(new Party.Device(ours.id(), phone.id()));
    assertThat(routes.since(ours.id())).contains(NOW);
    assertThat(routes.devices(new TestHousehold().id())).isZero();
  }

  @Test
  void since_afterItsHomeCameAgain_isWhenItCameFirst() throws Malformed {
    homeIsHere();
    routes.gone(HOME, after(1));
    routes.homeArrives(OTHER_HOME, ours.certificate(1), after(2));
    assertThat(routes.since(ours.id())).contains(NOW);
  }

  @Test
  void homeSays_admissionAfterTheHello_isMalformed() throws Malformed {
    homeIsHere();
    var late = new HomeSays.Admission(new AdmissionCode(new byte[AdmissionCode.SIZE_BYTES]));
    assertThatThrownBy(() -> homeSays(late)).isInstanceOf(Malformed.class);
  }

  @Test
  void limit_fewerDeviceLinks_holdsForTheNextOne() throws Malformed {
    homeIsHere();
    routes.limit(RouteLimits.DEFAULT.within(new HouseholdQuota(1, 1, RATE, 1, RATE)));
    routes.deviceArrives(PHONE, ours.id(), phone.id(), NOW);
    assertThat(routes.deviceArrives(TABLET, ours.id(), tablet.id(), NOW))
        .containsExactly(new Deed.End(TABLET, ByeReason.TOO_MUCH));
  }

  // ---- how many there may be ----

  @Test
  void homeArrives_moreHouseholdsThanFit_needsAnIdleOneToGoWithItsPictures() {
    var limits = RouteLimits.DEFAULT;
    var small =
        routes(
            new RouteLimits(
                limits.rivalSilence(),
                limits.ticketLife(),
                limits.ticketsPerLink(),
                limits.linksPerDevice(),
                limits.linksPerHousehold(),
                limits.newcomersPerHousehold(),
                limits.newcomerStay(),
                limits.invitesPerHousehold(),
                limits.inviteLife(),
                1));
    small.homeArrives(HOME, ours.certificate(1), NOW);
    assertThat(small.homeArrives(OTHER_HOME, theirs.certificate(1), NOW))
        .containsExactly(new Deed.End(OTHER_HOME, ByeReason.TOO_MUCH));
    assertThat(tally.of(Count.TOO_MUCH)).isEqualTo(1);
    small.gone(HOME, NOW);
    var deeds = small.homeArrives(OTHER_HOME, theirs.certificate(1), NOW);
    assertThat(deeds.getFirst()).isEqualTo(new Deed.Forget(ours.id()));
    assertThat(deeds.get(1)).isInstanceOf(Deed.TellHome.class);
    assertThat(small.householdCount()).isEqualTo(1);
  }

  // ---- members and cards ----

  @Test
  void homeSays_listThatStrikesADevice_endsAllItsLinks() throws Malformed {
    everybodyIsHere();
    assertThat(homeSays(ours.says(ours.members(1, 2, tablet))))
        .containsExactly(
            new Deed.End(PHONE, ByeReason.NOT_A_MEMBER),
            new Deed.End(SECOND_TAB, ByeReason.NOT_A_MEMBER));
    assertThat(routes.party(PHONE)).isEmpty();
    assertThat(tally.of(Count.MEMBERS_STRUCK)).isEqualTo(2);
  }

  @Test
  void homeSays_listDowngrade_isIgnored() throws Malformed {
    homeIsHere();
    homeSays(ours.says(ours.members(1, 2, tablet)));
    assertThat(homeSays(ours.says(ours.members(1, 1, phone, tablet)))).isEmpty();
    assertThat(routes.members(ours.id()).orElseThrow().members()).hasSize(1);
    assertThat(tally.of(Count.STATEMENTS_REFUSED)).isEqualTo(1);
  }

  @Test
  void homeSays_listOfAnotherHousehold_isIgnored() throws Malformed {
    homeIsHere();
    assertThat(homeSays(theirs.says(theirs.members(1, 9)))).isEmpty();
    assertThat(tally.of(Count.STATEMENTS_REFUSED)).isEqualTo(1);
  }

  @Test
  void homeSays_card_goesToAllTabsOfItsDeviceAndIsKept() throws Malformed {
    everybodyIsHere();
    var card = ours.card(phone, 1, 1);
    assertThat(homeSays(new HomeSays.Card(card)))
        .containsExactly(
            new Deed.TellDevice(PHONE, new DeviceHears.Card(card)),
            new Deed.TellDevice(SECOND_TAB, new DeviceHears.Card(card)));
    assertThat(routes.deviceArrives(new LinkId(99), ours.id(), phone.id(), NOW))
        .contains(new Deed.TellDevice(new LinkId(99), new DeviceHears.Card(card)));
  }

  @Test
  void homeSays_cardForAnotherHouseholdsDevice_goesNowhere() throws Malformed {
    everybodyIsHere();
    assertThat(routes.homeSays(OTHER_HOME, new HomeSays.Card(ours.card(phone, 1, 1)), NOW))
        .isEmpty();
    assertThat(tally.of(Count.STATEMENTS_REFUSED)).isEqualTo(1);
  }

  // ---- letters ----

  @Test
  void deviceSays_letter_goesToItsHomeWithTheLinkThatAsked() throws Malformed {
    everybodyIsHere();
    var letter = phone.letter();
    assertThat(routes.deviceSays(SECOND_TAB, new DeviceSays.Post(letter), NOW))
        .containsExactly(
            new Deed.TellHome(HOME, new HomeHears.Post(phone.id(), letter, SECOND_TAB.number())));
  }

  @Test
  void deviceSays_letterToAnotherHousehold_endsTheLink() throws Malformed {
    everybodyIsHere();
    var foreign = new TestDevice(theirs.id(), phone.keys()).letter();
    assertThatThrownBy(() -> routes.deviceSays(PHONE, new DeviceSays.Post(foreign), NOW))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void deviceSays_letterInTheNameOfAnotherDevice_endsTheLink() throws Malformed {
    everybodyIsHere();
    var stolen = new DeviceSays.Post(tablet.letter());
    assertThatThrownBy(() -> routes.deviceSays(PHONE, stolen, NOW)).isInstanceOf(Malformed.class);
  }

  @Test
  void deviceSays_letterWhileTheHomeIsAway_isCounted() throws Malformed {
    everybodyIsHere();
    routes.gone(HOME, NOW);
    assertThat(routes.deviceSays(PHONE, new DeviceSays.Post(phone.letter()), NOW)).isEmpty();
    assertThat(tally.of(Count.LETTERS_UNDELIVERABLE)).isEqualTo(1);
  }

  @Test
  void homeSays_answer_goesToTheLinkThatAskedOnly() throws Malformed {
    everybodyIsHere();
    var answer = ours.answer(phone);
    assertThat(homeSays(new HomeSays.Post(phone.id(), answer, SECOND_TAB.number())))
        .containsExactly(new Deed.TellDevice(SECOND_TAB, new DeviceHears.Post(answer)));
  }

  @Test
  void homeSays_push_goesToAllLinksOfTheDevice() throws Malformed {
    everybodyIsHere();
    var push = ours.answer(phone);
    assertThat(homeSays(new HomeSays.Post(phone.id(), push, 0)))
        .containsExactly(
            new Deed.TellDevice(PHONE, new DeviceHears.Post(push)),
            new Deed.TellDevice(SECOND_TAB, new DeviceHears.Post(push)));
  }

  @Test
  void homeSays_answerNamingTheLinkOfAnotherDevice_goesNowhere() throws Malformed {
    everybodyIsHere();
    var answer = new HomeSays.Post(phone.id(), ours.answer(phone), TABLET.number());
    assertThat(homeSays(answer)).isEmpty();
  }

  @Test
  void homeSays_letterToADeviceOfAnotherHousehold_goesNowhere() throws Malformed {
    everybodyIsHere();
    var foreign = new TestDevice(theirs.id(), phone.keys());
    var letter = theirs.answer(foreign);
    assertThat(
            routes.homeSays(
                OTHER_HOME, new HomeSays.Post(foreign.id(), letter, PHONE.number()), NOW))
        .isEmpty();
    // Not even when it writes the name of our device or our household upon it.
    assertThat(
            routes.homeSays(OTHER_HOME, new HomeSays.Post(phone.id(), ours.answer(phone), 0), NOW))
        .isEmpty();
    assertThat(tally.of(Count.LETTERS_UNDELIVERABLE)).isEqualTo(2);
  }

  // ---- devices ----

  @Test
  void deviceArrives_member_isToldTheCertificateAndWhetherTheHomeIsThere() throws Malformed {
    homeIsHere();
    assertThat(welcome(routes.deviceArrives(PHONE, ours.id(), phone.id(), NOW)).online()).isTrue();
    routes.gone(HOME, NOW);
    var welcome = welcome(routes.deviceArrives(TABLET, ours.id(), tablet.id(), NOW));
    assertThat(welcome.online()).isFalse();
    assertThat(welcome.certificate().text()).isEqualTo(ours.certificate(1).statement().text());
  }

  private static DeviceHears.Welcome welcome(List<Deed> deeds) {
    return (DeviceHears.Welcome) ((Deed.TellDevice) deeds.getFirst()).message();
  }

  @Test
  void deviceArrives_householdThatNeverCame_isToComeBack() {
    assertThat(routes.deviceArrives(PHONE, ours.id(), phone.id(), NOW))
        .containsExactly(new Deed.End(PHONE, ByeReason.HOME_UNKNOWN));
  }

  @Test
  void deviceArrives_moreTabsThanADeviceMayHave_isTooMuch() throws Malformed {
    homeIsHere();
    int most = RouteLimits.DEFAULT.linksPerDevice();
    for (int i = 0; i < most; i++) {
      routes.deviceArrives(new LinkId(100 + i), ours.id(), phone.id(), NOW);
    }
    var oneMore = new LinkId(100 + most);
    assertThat(routes.deviceArrives(oneMore, ours.id(), phone.id(), NOW))
        .containsExactly(new Deed.End(oneMore, ByeReason.TOO_MUCH));
    assertThat(tally.of(Count.TOO_MUCH)).isEqualTo(1);
    assertThat(tally.of(Count.DEVICES_WELCOMED)).isEqualTo(most);
    routes.gone(new LinkId(100), NOW);
    assertThat(routes.deviceArrives(oneMore, ours.id(), phone.id(), NOW).getFirst())
        .isInstanceOf(Deed.TellDevice.class);
  }

  @Test
  void redeem_ticketOfALinkThatIsGone_isNothing() throws Malformed {
    homeIsHere();
    var ticket = welcome(routes.deviceArrives(PHONE, ours.id(), phone.id(), NOW)).ticket();
    routes.gone(PHONE, NOW);
    assertThat(routes.redeem(ticket, NOW)).isEmpty();
  }

  @Test
  void redeem_ticketOfAStruckDevice_isNothing() throws Malformed {
    homeIsHere();
    var ticket = welcome(routes.deviceArrives(PHONE, ours.id(), phone.id(), NOW)).ticket();
    homeSays(ours.says(ours.members(1, 2, tablet)));
    assertThat(routes.redeem(ticket, NOW)).isEmpty();
  }

  @Test
  void deviceSays_wantTicket_getsOneOfItsOwn() throws Malformed {
    everybodyIsHere();
    var deeds = routes.deviceSays(PHONE, new DeviceSays.WantTicket(), NOW);
    var ticket = (DeviceHears.NewTicket) ((Deed.TellDevice) deeds.getFirst()).message();
    assertThat(routes.redeem(ticket.ticket(), NOW)).contains(PHONE);
  }

  @Test
  void deviceSays_enrolOnAMembersLink_endsTheLink() throws Malformed {
    everybodyIsHere();
    assertThatThrownBy(() -> routes.deviceSays(PHONE, new DeviceSays.Enrol(new byte[9]), NOW))
        .isInstanceOf(Malformed.class);
  }

  // ---- newcomers ----

  private List<Deed> strangerNames(InviteId invite) {
    return routes.newcomerArrives(STRANGER, ours.id(), invite, NOW);
  }

  @Test
  void newcomer_withAnInvite_speaksWithTheHomeAndIsAnswered() throws Malformed {
    homeIsHere();
    homeSays(new HomeSays.Invite(INVITE, 600));
    assertThat(strangerNames(INVITE))
        .containsExactly(
            new Deed.TellDevice(
                STRANGER, new DeviceHears.InviteWelcome(ours.certificate(1).statement())));
    assertThat(tally.of(Count.NEWCOMERS_WELCOMED)).isEqualTo(1);
    byte[] said = {1, 2};
    var enrol =
        (HomeHears.Enrol)
            ((Deed.TellHome)
                    routes.deviceSays(STRANGER, new DeviceSays.Enrol(said), NOW).getFirst())
                .message();
    assertThat(enrol.link()).isEqualTo(STRANGER.number());
    assertThat(enrol.invite()).isEqualTo(INVITE);
    byte[] answer = {3};
    assertThat(homeSays(new HomeSays.Enrolled(answer, enrol.link())))
        .containsExactly(new Deed.TellDevice(STRANGER, new DeviceHears.Enrolled(answer)));
  }

  @Test
  void newcomer_withoutAnInvite_isRefused() throws Malformed {
    homeIsHere();
    assertThat(strangerNames(INVITE))
        .containsExactly(new Deed.End(STRANGER, ByeReason.NO_SUCH_INVITE));
    homeSays(new HomeSays.Invite(INVITE, 600));
    homeSays(new HomeSays.Uninvite(INVITE));
    assertThat(strangerNames(INVITE))
        .containsExactly(new Deed.End(STRANGER, ByeReason.NO_SUCH_INVITE));
  }

  @Test
  void newcomer_withAnInviteOfAnotherHousehold_isRefused() throws Malformed {
    everybodyIsHere();
    routes.homeSays(OTHER_HOME, new HomeSays.Invite(INVITE, 600), NOW);
    assertThat(strangerNames(INVITE))
        .containsExactly(new Deed.End(STRANGER, ByeReason.NO_SUCH_INVITE));
  }

  @Test
  void newcomer_sendingALetterOrWantingATicket_isEnded() throws Malformed {
    homeIsHere();
    homeSays(new HomeSays.Invite(INVITE, 600));
    strangerNames(INVITE);
    var letter = new DeviceSays.Post(phone.letter());
    assertThatThrownBy(() -> routes.deviceSays(STRANGER, letter, NOW))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> routes.deviceSays(STRANGER, new DeviceSays.WantTicket(), NOW))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void homeSays_enrolledToALinkOfAnotherHousehold_goesNowhere() throws Malformed {
    everybodyIsHere();
    homeSays(new HomeSays.Invite(INVITE, 600));
    strangerNames(INVITE);
    var answer = new HomeSays.Enrolled(new byte[1], STRANGER.number());
    assertThat(routes.homeSays(OTHER_HOME, answer, NOW)).isEmpty();
    // Nor to a device that is no newcomer.
    assertThat(homeSays(new HomeSays.Enrolled(new byte[1], PHONE.number()))).isEmpty();
  }

  @Test
  void gone_home_endsItsNewcomers() throws Malformed {
    homeIsHere();
    homeSays(new HomeSays.Invite(INVITE, 600));
    strangerNames(INVITE);
    assertThat(routes.gone(HOME, NOW))
        .containsExactly(new Deed.End(STRANGER, ByeReason.HOME_UNKNOWN));
    assertThat(strangerNames(INVITE))
        .containsExactly(new Deed.End(STRANGER, ByeReason.HOME_UNKNOWN));
  }

  @Test
  void gone_newcomer_isNotAnsweredAnyMore() throws Malformed {
    homeIsHere();
    homeSays(new HomeSays.Invite(INVITE, 600));
    strangerNames(INVITE);
    assertThat(routes.links(ours.id())).containsExactlyInAnyOrder(HOME, STRANGER);
    assertThat(routes.gone(STRANGER, NOW)).isEmpty();
    assertThat(routes.links(ours.id())).containsExactly(HOME);
    assertThat(homeSays(new HomeSays.Enrolled(new byte[1], STRANGER.number()))).isEmpty();
  }

  @Test
  void tick_newcomerThatStaysTooLong_isEnded() throws Malformed {
    homeIsHere();
    homeSays(new HomeSays.Invite(INVITE, 600));
    strangerNames(INVITE);
    assertThat(routes.tick(NOW.plus(RouteLimits.DEFAULT.newcomerStay())))
        .containsExactly(new Deed.End(STRANGER, ByeReason.NO_SUCH_INVITE));
  }

  // ---- strangers ----

  @Test
  void says_linkThatNobodyKnows_isNotHeard() throws Malformed {
    everybodyIsHere();
    var unknown = new LinkId(1_000);
    assertThat(routes.deviceSays(unknown, new DeviceSays.Post(phone.letter()), NOW)).isEmpty();
    assertThat(routes.homeSays(unknown, ours.says(ours.members(1, 9)), NOW)).isEmpty();
    assertThat(routes.homeSays(PHONE, ours.says(ours.members(1, 9)), NOW)).isEmpty();
    assertThat(routes.deviceSays(HOME, new DeviceSays.Post(phone.letter()), NOW)).isEmpty();
  }
}
