-- Numbers of epochs and keys through crashes, backups and wrong clocks: no nonce twice, and a later epoch has a higher number.
-- In code: home.epoch.Epoch, home.live.Live (stored before the first frame), vault.seal.FrameSealer.
module epochs

open util/ordering[Second] as seconds

sig Second {}  -- seconds of a wall clock, and numbers of epochs: the same scale
sig Key {}
sig Counter {}
sig Picture { under: Key, at: Counter }  -- sealed under a key, with its number as nonce

abstract sig Rule {}
one sig
  KeyDrawn,         -- the base key of each epoch is drawn, never derived from what is stored
  StoredFirst,      -- the number is on the disk before the epoch begins
  ByClock,          -- the number is at least the clock's second
  -- Not ours to check, but taken for granted where it is named:
  ClockRight,       -- nobody sets the home's clock back
  OneASecond        -- there are no more epochs than seconds
extends Rule {}
sig Kept in Rule {}
pred all_kept { Kept = Rule }
pred without[r: Rule] { Kept = Rule - r }

one sig Home {
  derived: Second lone -> one Key,  -- what a key would be that follows from the epoch's number
  var clock: one Second,
  var epoch: lone Second,      -- none while it is down
  var key: lone Key,
  var counter: set Counter,    -- numbers used in this epoch, by this run
  var disk: one Second,        -- the highest number stored
  var backup: lone Second,
  var begun: set Second,       -- what a bystander notes: every epoch's number,
  var drawn: set Key,          -- every key,
  var sealed: set Picture,     -- every picture,
  var newest: lone Second,     -- the number of the epoch that began last,
  var rested: lone Home        -- and whether a second has passed since
}

pred ticks { --: a second passes
  Home.clock' = seconds/next[Home.clock]
  Home.rested' = Home
  same_run and same_disk and same_notes
}

pred set_back[s: Second] { --: somebody sets the clock back to {s}
  ClockRight not in Kept and seconds/lt[s, Home.clock]
  Home.clock' = s
  Home.rested' = Home.rested and same_run and same_disk and same_notes
}

pred begins[n: Second] { --: the home begins epoch {n}
  n = (ByClock in Kept => seconds/larger[seconds/next[Home.disk], Home.clock] else seconds/next[Home.disk])
  some seconds/next[Home.disk] and (OneASecond in Kept implies some Home.rested)
  Home.epoch' = n and Home.begun' = Home.begun + n and Home.newest' = n and no Home.rested'
  Home.disk' = (StoredFirst in Kept => n else Home.disk)
  one Home.key' and Home.drawn' = Home.drawn + Home.key'
  KeyDrawn in Kept => Home.key' not in Home.drawn else Home.key' = Home.derived[n]
  no Home.counter'
  Home.clock' = Home.clock and Home.backup' = Home.backup and Home.sealed' = Home.sealed
}

pred seals[p: Picture] { --: the home seals {p}
  some Home.epoch and p not in Home.sealed
  p.under = Home.key and p.at not in Home.counter
  Home.sealed' = Home.sealed + p and Home.counter' = Home.counter + p.at
  Home.epoch' = Home.epoch and Home.key' = Home.key
  Home.clock' = Home.clock and Home.rested' = Home.rested and same_disk
  Home.begun' = Home.begun and Home.drawn' = Home.drawn and Home.newest' = Home.newest
}

pred dies { --: the power fails
  some Home.epoch
  down and Home.disk' = Home.disk and Home.backup' = Home.backup
}

pred backs_up { --: a backup is made
  Home.backup' = Home.disk and Home.disk' = Home.disk
  Home.clock' = Home.clock and Home.rested' = Home.rested and same_run and same_notes
}

pred puts_back { --: the backup is put back
  some Home.backup
  down and Home.disk' = Home.backup and Home.backup' = Home.backup
}

pred down {
  no Home.epoch' and no Home.key' and no Home.counter'
  Home.clock' = Home.clock and Home.rested' = Home.rested and same_notes
}
pred same_run { Home.epoch' = Home.epoch and Home.key' = Home.key and Home.counter' = Home.counter }
pred same_disk { Home.disk' = Home.disk and Home.backup' = Home.backup }
pred same_notes {
  Home.begun' = Home.begun and Home.drawn' = Home.drawn and Home.sealed' = Home.sealed and Home.newest' = Home.newest
}

fact Histories {
  Home.disk = seconds/first and Home.clock != seconds/first  -- nothing stored is of the future
  no Home.epoch and no Home.key and no Home.counter and no Home.backup
  no Home.begun and no Home.drawn and no Home.sealed and no Home.newest and Home.rested = Home
  always {
    (Home.clock' = Home.clock and Home.rested' = Home.rested and same_run and same_disk and same_notes)
    or ticks or dies or backs_up or puts_back
    or (some s: Second | set_back[s] or begins[s])
    or (some p: Picture | seals[p])
  }
}

-- ---- promises

pred repeats[p, q: Picture] { --: and {q} has the key and the number of {p}
  p in Home.sealed and p != q and seals[q] and p.under = q.under and p.at = q.at
}
pred no_nonce_twice { always no p, q: Picture | repeats[p, q] }

pred falls_back[n: Second] { begins[n] and some m: Home.begun | not seconds/gt[n, m] } --: and that is not above every epoch before
pred later_is_higher { always no n: Second | falls_back[n] }

run TwoEpochsAroundABackup {
  all_kept and eventually (puts_back and some Home.sealed and eventually (some p: Picture | seals[p]))
} for 4 but 5 Key, 2 Counter, 2 Picture, 9 steps expect 1

-- Neither backups nor clocks matter.
check NoNonceTwice { (Rule - ClockRight - OneASecond in Kept) implies no_nonce_twice } for 4 but 6 Key, 2 Counter, 2 Picture, exactly 9 steps expect 0
check wide_NoNonceTwice { (Rule - ClockRight - OneASecond in Kept) implies no_nonce_twice } for 8 but 10 Key, 2 Counter, 2 Picture, exactly 14 steps expect 0
check NoNonceTwice_KeyDrawn { (Kept = Rule - KeyDrawn - ClockRight - OneASecond) implies no_nonce_twice } for 4 but 4 Key, 2 Counter, 2 Picture, 9 steps expect 1

-- Without backups the clock does not matter.
check LaterIsHigher { (Rule - ClockRight - OneASecond in Kept and always not puts_back) implies later_is_higher } for 5 but 6 Key, 0 Picture, exactly 9 steps expect 0
check wide_LaterIsHigher { (Rule - ClockRight - OneASecond in Kept and always not puts_back) implies later_is_higher } for 8 but 10 Key, 0 Picture, exactly 14 steps expect 0
check LaterIsHigher_StoredFirst { (Kept = Rule - StoredFirst - OneASecond and always not puts_back) implies later_is_higher } for 5 but 6 Key, 0 Picture, 8 steps expect 1

check LaterIsHigherAfterABackup { all_kept implies later_is_higher } for 5 but 6 Key, 0 Picture, exactly 9 steps expect 0
check wide_LaterIsHigherAfterABackup { all_kept implies later_is_higher } for 8 but 10 Key, 0 Picture, exactly 14 steps expect 0
check LaterIsHigherAfterABackup_ByClock { without[ByClock] implies later_is_higher } for 5 but 6 Key, 0 Picture, 8 steps expect 1
check LaterIsHigherAfterABackup_ClockRight { without[ClockRight] implies later_is_higher } for 5 but 6 Key, 0 Picture, 8 steps expect 1
check LaterIsHigherAfterABackup_OneASecond { without[OneASecond] implies later_is_higher } for 5 but 6 Key, 0 Picture, 8 steps expect 1
