package io.mashrabiya.relay.admit;

import io.mashrabiya.wire.ids.HouseholdId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// What each household has used of its [HouseholdQuota]. Pure and not thread-safe.
///
/// Guarantee: nothing that one household does changes what another may.
public final class Accounts {
  private final Map<HouseholdId, Account> accounts = new HashMap<>();
  private HouseholdQuota quota;
  private LocalDate today = LocalDate.EPOCH;

  public Accounts(HouseholdQuota quota) {
    this.quota = quota;
  }

  /// Whether so many bytes more may be sent to a device of the household; they count if they may.
  public boolean carry(HouseholdId household, long bytes, Duration now) {
    return account(household, now).carried.take(bytes, now);
  }

  /// So many bytes were sent to a device of the household.
  public void sent(HouseholdId household, long bytes, Duration now) {
    account(household, now).carriedToday += bytes;
  }

  /// Whether a device or a newcomer of the household may say something more; it counts if it may.
  public boolean speak(HouseholdId household, Duration now) {
    return account(household, now).control.take(1, now);
  }

  /// Bytes that were sent to devices of the household since midnight, UTC.
  public long carriedToday(HouseholdId household) {
    var account = accounts.get(household);
    return account == null ? 0 : account.carriedToday;
  }

  /// To be called now and then with the day that it is, UTC.
  public void tick(LocalDate day) {
    if (!day.equals(today)) {
      today = day;
      accounts.values().forEach(account -> account.carriedToday = 0);
    }
  }

  public void forget(HouseholdId household) {
    accounts.remove(household);
  }

  /// Another quota holds from now on, for all; everybody begins it anew.
  public void change(HouseholdQuota other, Duration now) {
    quota = other;
    accounts.values().forEach(account -> account.begin(other, now));
  }

  private Account account(HouseholdId household, Duration now) {
    return accounts.computeIfAbsent(household, id -> new Account(quota, now));
  }

  private static final class Account {
    private TokenBucket carried;
    private TokenBucket control;
    private long carriedToday;

    Account(HouseholdQuota quota, Duration now) {
      carried = new TokenBucket(quota.carried(), now);
      control = new TokenBucket(quota.control(), now);
    }

    void begin(HouseholdQuota quota, Duration now) {
      carried = new TokenBucket(quota.carried(), now);
      control = new TokenBucket(quota.control(), now);
    }
  }
}
