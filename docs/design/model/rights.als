-- Who can open what while rights come and go: promise 3, "off means off", and nothing from before a right began.
-- In code: home.desk.Aftermath (the order of steps), home.live.Live (epochs and cards), home.authority.Access.
--
-- The relay keeps all that was ever said and helps every device, present or removed. So a device can open a frame as soon as
-- any card that was ever sealed to it holds the frame's key. What a single device may do is a pair (device, camera) in `may`:
-- it is a member, its rights and hours allow it, and the camera is closed to nobody.
module rights

sig Device, Camera, Key {}

-- Our checks, each of which is dropped in turn below.
abstract sig Rule {}
one sig
  StoredFirst,       -- a change is on the disk before anything follows from it
  NewEpochAtLoss,    -- new keys when anybody loses a right
  NewEpochAtGain,    -- new keys when anybody gains one
  FreshKeys,         -- keys are drawn, none is used again
  CardsByRight,      -- a card holds the keys that the device may have now
  SealersFirst,      -- the change is confirmed when the keys of before seal no more
  StillSealedAgain   -- the newest still is sealed again under new keys; cards hold no older key
extends Rule {}
sig Kept in Rule {}
pred all_kept { Kept = Rule }
pred without[r: Rule] { Kept = Rule - r }

abstract sig Stage {}
one sig Quiet, Lost, Gained, Stored, Handed, Begun extends Stage {}

one sig Home {
  var may: Device -> Camera,      -- as the home has ruled
  var disk: Device -> Camera,     -- as its disk has it
  var off: Device -> Camera,      -- what it has confirmed to be over, and not allowed since
  var stage: one Stage,           -- how far the last ruling is carried through
  var last: lone Stage,           -- whether that was a loss or a gain
  var next: Camera -> lone Key,   -- the epoch that is being prepared
  var seals: Camera -> one Key,   -- the keys in use
  var still: Camera -> lone Key,  -- that of the newest still
  var used: set Key,
  var cards: Device -> Key        -- everything that was ever in a card
}

-- ---- rulings

pred loses[d: Device, c: Camera] { --: the home rules that {d} may not see {c} any more
  d -> c in Home.may
  ruled[Home.may - d -> c, Lost]
  Home.off' = Home.off
}

pred closes[c: Camera] { --: the home rules that {c} is private
  not lone Home.may.c
  ruled[Home.may - Device -> c, Lost]
  Home.off' = Home.off
}

pred gains[d: Device, c: Camera] { --: the home rules that {d} may see {c}
  d -> c not in Home.may
  ruled[Home.may + d -> c, Gained]
  Home.off' = Home.off - d -> c
}

pred ruled[ruling: Device -> Camera, how: Stage] {
  Home.stage = Quiet
  Home.may' = ruling
  Home.stage' = how and Home.last' = how
  same_disk and same_keys and Home.next' = Home.next
}

-- ---- what follows (home.desk.Aftermath)

pred stores { --: the change is on the disk
  Home.stage in Lost + Gained
  Home.disk' = Home.may
  Home.stage' = Stored
  same_ruling and same_keys and Home.next' = Home.next
}

pred hands_out { --: the home draws new keys and hands out cards
  Home.stage in Stored + (StoredFirst in Kept => none else Lost + Gained)
  draws and carded[Home.may]
  Home.stage' = Handed
  same_ruling and same_disk and Home.seals' = Home.seals and Home.still' = Home.still
}

pred begins { --: from now on the new keys seal
  Home.stage = Handed
  takes_up[Home.next]
  Home.stage' = Begun
  same_ruling and same_disk and Home.next' = Home.next and Home.used' = Home.used and Home.cards' = Home.cards
}

pred adds_cards { --: the home hands out the keys in use
  NewEpochAtGain not in Kept and Home.stage = Stored and Home.last = Gained
  Home.cards' = Home.cards + { d: Device, k: Key | some c: Camera | d -> c in Home.may and k = Home.seals[c] }
  Home.stage' = Begun
  same_ruling and same_disk and Home.next' = Home.next
  Home.seals' = Home.seals and Home.still' = Home.still and Home.used' = Home.used
}

pred confirms { --: the home confirms it
  Home.stage in Begun
    + (SealersFirst in Kept => none else Handed)
    + ((NewEpochAtLoss in Kept or Home.last != Lost) => none else Stored)
  Home.off' = Device -> Camera - Home.may
  Home.stage' = Quiet
  Home.may' = Home.may and Home.last' = Home.last and same_disk and same_keys and Home.next' = Home.next
}

pred restarts { --: the home dies and starts again from its disk, with new keys and cards
  draws and carded[Home.disk] and takes_up[Home.next']
  Home.may' = Home.disk and Home.stage' = Quiet and Home.last' = Home.last
  Home.off' = Home.off and same_disk
}

pred day_is_over { --: the day is over, and a new epoch due
  Home.stage = Quiet and Home.stage' = Stored and no Home.last'
  Home.may' = Home.may and Home.off' = Home.off and same_disk and same_keys and Home.next' = Home.next
}

-- ---- pictures

var sig Filmed in Camera {}

pred films[c: Camera] { --: a picture of {c} is sealed with the key in use
  c = Filmed and some Home.seals[c]
}

pred takes_still[c: Camera] { --: a still of {c} is sealed with the key in use
  Home.still' = Home.still ++ c -> Home.seals[c] and Home.still' != Home.still
  same_ruling and Home.stage' = Home.stage and same_disk and Home.next' = Home.next
  Home.seals' = Home.seals and Home.used' = Home.used and Home.cards' = Home.cards
}

-- What must never be.

pred looks_in[d: Device, c: Camera] { --: and {d} can open it, though the home has confirmed that it may not
  films[c] and d -> c in Home.off and d -> Home.seals[c] in Home.cards
}

pred looks_back[d: Device, c: Camera] { --: and {d} can open what was sealed of {c} when it might not
  some k: Home.cards'[d] - Home.cards[d] |
    once (k = Home.seals[c] and (films[c] or takes_still[c]) and d -> c not in Home.may)
}

-- ---- parts of the above

pred draws {
  all c: Camera | one Home.next'[c]
  all disj b, c: Camera | Home.next'[b] != Home.next'[c]
  FreshKeys in Kept implies no Home.next'[Camera] & Home.used
  Home.used' = Home.used + Home.next'[Camera]
}

pred carded[by: Device -> Camera] {
  Home.cards' = Home.cards + { d: Device, k: Key | some c: Camera {
    d -> c in by or CardsByRight not in Kept
    k in Home.next'[c] + (StillSealedAgain in Kept => none else Home.still[c])
  } }
}

pred takes_up[keys: Camera -> Key] {
  Home.seals' = keys
  Home.still' = (StillSealedAgain in Kept => { c: Camera, k: keys[c] | some Home.still[c] } else Home.still)
}

pred same_ruling { Home.may' = Home.may and Home.off' = Home.off and Home.last' = Home.last }
pred same_disk { Home.disk' = Home.disk }
pred same_keys {
  Home.seals' = Home.seals and Home.still' = Home.still and Home.used' = Home.used and Home.cards' = Home.cards
}
pred nothing_changes {
  same_ruling and same_disk and same_keys and Home.stage' = Home.stage and Home.next' = Home.next
}

fact Histories {
  Home.stage = Quiet and no Home.last and no Home.next and no Home.still
  Home.disk = Home.may and Home.off = Device -> Camera - Home.may
  all disj b, c: Camera | Home.seals[b] != Home.seals[c]
  Home.used = Home.seals[Camera]
  Home.cards = { d: Device, k: Key | some c: Camera | d -> c in Home.may and k = Home.seals[c] }
  always {
    some Filmed implies nothing_changes
    lone Filmed
    nothing_changes or stores or hands_out or begins or adds_cards or confirms or restarts or day_is_over
    or (some c: Camera | closes[c] or takes_still[c])
    or (some d: Device, c: Camera | loses[d, c] or gains[d, c])
  }
}

-- ---- promises

pred off_means_off { always no d: Device, c: Camera | looks_in[d, c] }
pred nothing_from_before { always no d: Device, c: Camera | looks_back[d, c] }

run SomebodyLosesAndAnotherSees {
  all_kept
  some disj lost, other: Device, c: Camera | eventually {
    films[c] and once loses[lost, c]
    lost -> c in Home.off and other -> Home.seals[c] in Home.cards
  }
} for 2 but 1 Camera, 3 Key, exactly 7 steps expect 1

check OffMeansOff { all_kept implies off_means_off } for 2 but 1 Camera, 5 Key, exactly 9 steps expect 0
check wide_OffMeansOff { all_kept implies off_means_off } for 2 but 7 Key, exactly 10 steps expect 0
check OffMeansOff_StoredFirst { without[StoredFirst] implies off_means_off } for 2 but 1 Camera, 3 Key, exactly 8 steps expect 1
check OffMeansOff_NewEpochAtLoss { without[NewEpochAtLoss] implies off_means_off } for 2 but 1 Camera, 3 Key, 8 steps expect 1
check OffMeansOff_FreshKeys { without[FreshKeys] implies off_means_off } for 2 but 1 Camera, 3 Key, 8 steps expect 1
check OffMeansOff_CardsByRight { without[CardsByRight] implies off_means_off } for 2 but 1 Camera, 3 Key, 8 steps expect 1
check OffMeansOff_SealersFirst { without[SealersFirst] implies off_means_off } for 2 but 1 Camera, 3 Key, 8 steps expect 1

check NothingFromBefore { all_kept implies nothing_from_before } for 2 but 1 Camera, 5 Key, exactly 9 steps expect 0
check wide_NothingFromBefore { all_kept implies nothing_from_before } for 2 but 7 Key, exactly 10 steps expect 0
check NothingFromBefore_NewEpochAtGain { without[NewEpochAtGain] implies nothing_from_before } for 2 but 1 Camera, 3 Key, 8 steps expect 1
check NothingFromBefore_StillSealedAgain { without[StillSealedAgain] implies nothing_from_before } for 2 but 1 Camera, 3 Key, 8 steps expect 1
