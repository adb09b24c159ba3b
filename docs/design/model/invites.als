-- Who gets in by an invite, when the relay keeps every message of a newcomer and hands it over when it likes.
-- In code: home.authority.Invites, home.authority.Authority#enrol, home.desk.Enrolments.
--
-- Whoever has the link can write a message that opens; a link may be passed on. What does not open is not modelled.
module invites

sig Device, Invite {}

-- Our checks, each of which is dropped in turn below.
abstract sig Rule {}
one sig
  FirstTakes,        -- the first device that shows an invite has it alone
  WithdrawnIsGone,   -- an invite that was withdrawn or is over lets nobody in
  EndsWithProcess,   -- invites are in memory only, and end with what is known of who took them
  StruckRefused      -- a device that was removed is not taken in again
extends Rule {}
sig Kept in Rule {}
pred all_kept { Kept = Rule }
pred without[r: Rule] { Kept = Rule - r }

one sig Home {
  var standing: set Invite,
  var taken: Invite -> lone Device,
  var members, struck: set Device,
  -- What a bystander notes: what was ever written, by which invite a device came in, which are over.
  var written, entered: Invite -> Device,
  var out, over: set Invite
}

pred issues[i: Invite] { --: the home makes {i}
  i not in Home.out
  Home.standing' = Home.standing + i and Home.out' = Home.out + i
  same_people and Home.taken' = Home.taken and Home.written' = Home.written and Home.over' = Home.over
}

pred writes[d: Device, i: Invite] { --: {d} writes by the link of {i}, and the relay keeps it
  i in Home.out and i -> d not in Home.written
  Home.written' = Home.written + i -> d
  same_people and same_invites
}

pred hands_over[d: Device, i: Invite] { --: the relay hands over what {d} wrote by {i}, and the home takes it in
  i -> d in Home.written and d not in Home.members
  i in Home.standing + (WithdrawnIsGone in Kept => none else Home.over)
  FirstTakes in Kept implies Home.taken[i] in d
  StruckRefused in Kept implies d not in Home.struck
  Home.taken' = Home.taken ++ i -> d
  Home.members' = Home.members + d and Home.struck' = Home.struck and Home.entered' = Home.entered + i -> d
  Home.standing' = Home.standing and Home.out' = Home.out and Home.over' = Home.over and Home.written' = Home.written
}

pred withdraws[i: Invite] { --: {i} is withdrawn, or its time is over
  i in Home.standing
  Home.standing' = Home.standing - i and Home.over' = Home.over + i
  same_people and Home.taken' = Home.taken and Home.out' = Home.out and Home.written' = Home.written
}

pred removes[d: Device] { --: the home removes {d}
  d in Home.members
  Home.members' = Home.members - d and Home.struck' = Home.struck + d and Home.entered' = Home.entered
  same_invites and Home.written' = Home.written
}

pred restarts { --: the home starts anew
  no Home.taken'
  EndsWithProcess in Kept
    => no Home.standing' and Home.over' = Home.over + Home.standing
    else Home.standing' = Home.standing and Home.over' = Home.over
  same_people and Home.out' = Home.out and Home.written' = Home.written
}

pred same_people { Home.members' = Home.members and Home.struck' = Home.struck and Home.entered' = Home.entered }
pred same_invites {
  Home.standing' = Home.standing and Home.taken' = Home.taken and Home.out' = Home.out and Home.over' = Home.over
}

fact Histories {
  no Home.standing and no Home.taken and no Home.members and no Home.struck
  no Home.written and no Home.entered and no Home.out and no Home.over
  always {
    (same_people and same_invites and Home.written' = Home.written) or restarts
    or (some i: Invite | issues[i] or withdraws[i])
    or (some d: Device | removes[d])
    or (some d: Device, i: Invite | writes[d, i] or hands_over[d, i])
  }
}

-- ---- promises

pred is_second[d: Device, i: Invite] { hands_over[d, i] and some Home.entered[i] - d } --: though another came in by {i}
pred one_device_each { always no d: Device, i: Invite | is_second[d, i] }

pred is_late[d: Device, i: Invite] { hands_over[d, i] and i in Home.over } --: though {i} was over
pred over_is_over { always no d: Device, i: Invite | is_late[d, i] }

pred comes_back[d: Device, i: Invite] { hands_over[d, i] and d in Home.struck } --: though {d} was removed
pred removed_stays_out { always no d: Device, i: Invite | comes_back[d, i] }

run TwoComeInAndOneGoes {
  all_kept and eventually (#Home.members = 2 and eventually some Home.struck)
} for 2 but 3 Int, 9 steps expect 1

check OneDeviceEach { all_kept implies one_device_each } for 2 but exactly 9 steps expect 0
check wide_OneDeviceEach { all_kept implies one_device_each } for 3 but exactly 12 steps expect 0
check OneDeviceEach_FirstTakes { without[FirstTakes] implies one_device_each } for 2 but 8 steps expect 1
check OneDeviceEach_EndsWithProcess { without[EndsWithProcess] implies one_device_each } for 2 but 8 steps expect 1

check OverIsOver { all_kept implies over_is_over } for 2 but exactly 9 steps expect 0
check wide_OverIsOver { all_kept implies over_is_over } for 3 but exactly 12 steps expect 0
check OverIsOver_WithdrawnIsGone { without[WithdrawnIsGone] implies over_is_over } for 2 but 8 steps expect 1

check RemovedStaysOut { all_kept implies removed_stays_out } for 2 but exactly 9 steps expect 0
check wide_RemovedStaysOut { all_kept implies removed_stays_out } for 3 but exactly 12 steps expect 0
check RemovedStaysOut_StruckRefused { without[StruckRefused] implies removed_stays_out } for 2 but 8 steps expect 1
