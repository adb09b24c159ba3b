-- One household, many homes: old copies, stolen ones, restored ones, and a relay that brings any device to any of them.
-- In code: device.pair.Membership, home.authority (Roster, Authority), home.store.Recovery, vault.keys.HouseholdKeys.
--
-- The relay has no state here: it brings any device to any home at any time, which is more than every rollback of its own lists
-- and serials could do. Keys of homes and of the root are not broken, but a home can be stolen with its keys.
module homes

open util/ordering[Serial] as serials
open util/ordering[Version] as versions

sig Serial, Version {}
sig Device {
  var trusts: lone Certificate,
  var holds: lone List,
  var told: lone List    -- the ruling that a home confirmed to it last
}
sig Certificate { serial: Serial }                                   -- signed by the household's root

-- Signed by a home under its certificate, and ruled at a time of its own: two of them are two, though they say the same.
sig List { by: Certificate, version: Version, members: set Device }

abstract sig Rule {}
one sig
  LowerSerialRefused,  -- a device refuses a certificate of a lower serial than it has seen
  SerialRises,         -- a restored home gets a higher serial than every home before
  ListConfirmed,       -- with the confirmation of a ruling comes the list of after it
  EditionShown,        -- a device tells which list it holds with all that it asks, and a home that is behind serves nobody
  TimesCompared,       -- also the list of a version that the home has ruled itself has to be of the time when it did
  ListProven           -- only a list that this very home signed shows that it is behind
extends Rule {}
sig Kept in Rule {}
pred all_kept { Kept = Rule }
pred without[r: Rule] { Kept = Rule - r }

-- A data folder, and the process that runs from it.
sig Home {
  cert: Certificate,
  var list: lone List,   -- none: it is not there yet
  var knows: set List,   -- all that it or the folder it was copied from has ruled: the times are on the disk
  var behind: lone Rule  -- it has been shown that it is an old copy
}
one sig World {
  var said: set List,
  var stolen: set Home   -- run by a thief, who shows and signs what he likes with its keys
}

fun there: set Home { { h: Home | some h.list } }
pred newer[k, l: List] {
  serials/gt[k.by.serial, l.by.serial] or k.by.serial = l.by.serial and versions/gt[k.version, l.version]
}

-- ---- homes

-- Whoever rules has named the list that it holds.
pred strikes[h: Home, m, d: Device] { --: {m} has {h} remove {d}, and is told that it is done
  may_look[h, m] and d in h.list.members and rules[h, h.list.members - d]
  told' = (h in World.stolen => told else told ++ m -> h.list') -- a thief's word is no home's
  holds' = (ListConfirmed in Kept and newer[h.list', m.holds] => holds ++ m -> h.list' else holds)
  trusts' = trusts ++ m -> h.cert
}

pred admits[h: Home, d: Device] { --: {h} takes in {d}
  some h.list and d not in h.list.members and rules[h, h.list.members + d] and same_devices
}

pred rules[h: Home, ruling: set Device] {
  no h.behind and some l: List {
    l.by = h.cert and l.version = versions/next[h.list.version] and l.members = ruling and l not in World.said
    list' = list ++ h -> l and knows' = knows + h -> l and World.said' = World.said + l
  }
  behind' = behind and World.stolen' = World.stolen
}

pred copies[h, g: Home] { --: a copy of {h} is made, and put back or carried away: {g}
  some h.list and no g.list and g.cert = h.cert
  list' = list + g -> h.list and knows' = knows + g -> h.knows and behind' = behind + g -> h.behind
  World.said' = World.said and World.stolen' = World.stolen and same_devices
}

pred steals[h: Home] { --: a thief runs {h}
  some h.list and World.stolen' = World.stolen + h
  World.said' = World.said and same_homes and same_devices
}

pred restores[h, g: Home] { --: the owner confirms the devices of {h} with the recovery kit: {g} takes its place
  some h.list and no g.list and g.cert != h.cert
  SerialRises in Kept implies all other: there | serials/gt[g.cert.serial, other.cert.serial]
  some l: List {
    l.by = g.cert and l.version = versions/next[h.list.version] and l.members in h.list.members and l not in World.said
    list' = list + g -> l and knows' = knows + g -> l and World.said' = World.said + l
  }
  behind' = behind and World.stolen' = World.stolen and same_devices
}

-- ---- devices

-- The relay brings d to h, which is of a certificate that d goes along with.
pred goes_along[h: Home, d: Device] {
  some h.list and (LowerSerialRefused in Kept implies serials/gte[h.cert.serial, d.trusts.serial])
}

pred is_behind[h: Home, l: List] { -- what l says of h
  l.by = h.cert and (newer[l, h.list] or TimesCompared in Kept and l not in h.knows)
}

pred may_look[h: Home, d: Device] {
  goes_along[h, d] and d in h.list.members
  h not in World.stolen implies no h.behind and (EditionShown in Kept implies not is_behind[h, d.holds])
}

pred serves[h: Home, d: Device] { --: the relay brings {d} to {h}, which serves it
  may_look[h, d]
  trusts' = trusts ++ d -> h.cert and told' = told
  holds' = (newer[h.list, d.holds] => holds ++ d -> h.list else holds)
  same_homes and World.said' = World.said and World.stolen' = World.stolen
}

pred stands_back[h: Home, l: List] { --: a device shows {l} to {h}, which serves nobody from now on
  some h.list
  ListProven in Kept implies l in World.said and l.by = h.cert
  l.by = h.cert => is_behind[h, l] else newer[l, h.list]
  behind' = behind ++ h -> ListProven
  list' = list and knows' = knows and World.said' = World.said and World.stolen' = World.stolen and same_devices
}

pred same_homes { list' = list and knows' = knows and behind' = behind }
pred same_devices { trusts' = trusts and holds' = holds and told' = told }

fact Histories {
  some first: Home {
    there = first and no World.stolen and no behind
    first.list.by = first.cert and first.list.version = versions/first
    World.said = first.list and knows = list
    trusts = Device -> first.cert and holds = Device -> first.list and no told
  }
  always {
    (same_homes and same_devices and World.said' = World.said and World.stolen' = World.stolen)
    or (some h: Home | steals[h])
    or (some h: Home, l: List | stands_back[h, l])
    or (some h, g: Home | copies[h, g] or restores[h, g])
    or (some h: Home, m, d: Device | strikes[h, m, d])
    or (some h: Home, d: Device | admits[h, d] or serves[h, d])
  }
}

-- ---- promises

-- Whoever has met the restored home goes along with no home of before, not even with a stolen one.
pred goes_back[g: Home, d: Device] { --: though {d} has met a home that took the place of {g}
  serves[g, d] and some h: Home - g | once (serves[h, d] and once restores[g, h])
}
pred older_homes_are_refused { always no g: Home, d: Device | goes_back[g, d] }

-- An old copy serves no device that has the home's word for a ruling which the copy has forgotten, however far it has gone
-- itself.
fun forgotten[h: Home, d: Device]: set List { ((d.holds + d.told) & by.(h.cert)) - h.knows }
pred has_forgotten[h: Home, d: Device] { --: though {d} has its word for a ruling that {h} has forgotten
  serves[h, d] and h not in World.stolen and some forgotten[h, d]
}
pred old_copies_are_found_out { always no h: Home, d: Device | has_forgotten[h, d] }
pred overtook[h: Home, d: Device] { --: though {h} has overtaken a ruling that it has forgotten, and that {d} has its word for
  has_forgotten[h, d] and all l: forgotten[h, d] | versions/gt[h.list.version, l.version]
}
pred no_copy_overtakes { always no h: Home, d: Device | overtook[h, d] }

-- A home that has forgotten nothing is not talked into standing back, unless a thief signs with its keys.
pred was_talked_into[h: Home] { --: though {h} has forgotten nothing
  (some l: List | stands_back[h, l]) and no h.cert.~cert & World.stolen and no by.(h.cert) & World.said - h.knows
}
pred no_false_alarm { always no h: Home | was_talked_into[h] }

run ARestoredHomeGoesOn {
  all_kept
  some disj h, g: Home, d: Device | eventually (serves[g, d] and once (restores[h, g] and once h in World.stolen))
} for 2 but 5 steps expect 1

check OlderHomesAreRefused { all_kept implies older_homes_are_refused } for 3 but 1 Device, 2 Version, exactly 5 steps expect 0
check wide_OlderHomesAreRefused { all_kept implies older_homes_are_refused } for 3 but 2 Device, exactly 7 steps expect 0
check OlderHomesAreRefused_LowerSerialRefused { without[LowerSerialRefused] implies older_homes_are_refused } for 2 but 1 Device, 5 steps expect 1
check OlderHomesAreRefused_SerialRises { without[SerialRises] implies older_homes_are_refused } for 2 but 1 Device, 5 steps expect 1

check OldCopiesAreFoundOut { all_kept implies old_copies_are_found_out } for 3 but 1 Serial, 1 Certificate, 2 Version, 2 Home, 2 Device, exactly 6 steps expect 0
check wide_OldCopiesAreFoundOut { all_kept implies old_copies_are_found_out } for 3 but 1 Serial, 1 Certificate, 2 Version, 2 Home, exactly 6 steps expect 0
check OldCopiesAreFoundOut_ListConfirmed { without[ListConfirmed] implies old_copies_are_found_out } for 2 but 1 Serial, 1 Certificate, 5 steps expect 1
check OldCopiesAreFoundOut_EditionShown { without[EditionShown] implies old_copies_are_found_out } for 2 but 1 Serial, 1 Certificate, 5 steps expect 1
check OldCopiesAreFoundOut_TimesCompared { without[TimesCompared] implies old_copies_are_found_out } for 3 but 1 Serial, 1 Certificate, 2 Version, 2 Home, exactly 6 steps expect 1

check NoCopyOvertakes { all_kept implies no_copy_overtakes } for 4 but 1 Serial, 1 Certificate, 3 Version, 2 Home, 2 Device, exactly 6 steps expect 0
check wide_NoCopyOvertakes { all_kept implies no_copy_overtakes } for 4 but 1 Serial, 1 Certificate, 3 Version, 2 Home, 2 Device, exactly 7 steps expect 0
check NoCopyOvertakes_TimesCompared { without[TimesCompared] implies no_copy_overtakes } for 4 but 1 Serial, 1 Certificate, 3 Version, 2 Home, 2 Device, exactly 6 steps expect 1

check NoFalseAlarm { all_kept implies no_false_alarm } for 3 but 1 Serial, 1 Certificate, 2 Home, 2 Device, exactly 5 steps expect 0
check wide_NoFalseAlarm { all_kept implies no_false_alarm } for 3 but 1 Serial, 1 Certificate, 2 Home, 2 Device, exactly 7 steps expect 0
check NoFalseAlarm_ListProven { without[ListProven] implies no_false_alarm } for 2 but 1 Serial, 1 Certificate, 5 steps expect 1
