package io.mashrabiya.app.config;

import io.mashrabiya.relay.admit.HouseholdQuota;
import java.util.Optional;
import java.util.Set;

/// `relay.quota` of the configuration file: what each household may use of a relay.
final class QuotaEntry {
  static final Set<String> KEYS =
      Set.of(
          "device-links", "cached-mib", "carried-mib-per-second", "invites", "messages-per-second");

  private static final long MIB = 1L << 20;
  private static final long MOST_MIB = 1L << 20;
  private static final long MOST = 100_000;

  private QuotaEntry() {}

  /// What is not named is as [HouseholdQuota#DEFAULT] has it.
  static HouseholdQuota read(Section section) throws ConfigurationFault {
    HouseholdQuota usual = HouseholdQuota.DEFAULT;
    return new HouseholdQuota(
        number(section, "device-links", MOST).map(Long::intValue).orElse(usual.deviceLinks()),
        number(section, "cached-mib", MOST_MIB).map(mib -> mib * MIB).orElse(usual.cachedBytes()),
        number(section, "carried-mib-per-second", MOST_MIB)
            .map(mib -> HouseholdQuota.carried(mib * MIB))
            .orElse(usual.carried()),
        number(section, "invites", MOST).map(Long::intValue).orElse(usual.invites()),
        number(section, "messages-per-second", MOST)
            .map(HouseholdQuota::control)
            .orElse(usual.control()));
  }

  private static Optional<Long> number(Section section, String key, long most)
      throws ConfigurationFault {
    return section.value(key, value -> Readings.whole(value, most));
  }
}
