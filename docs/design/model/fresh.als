-- Time: what is called live, how long a session goes on, and that a request counts once. Promise 2, never stale as live.
-- In code: device.accept.Freshness, home.authority (RequestGate, Leases), home.clock.HomeClock.
--
-- Times are true seconds, and the bounds are small stand-ins. The home's clock may be off by any amount: that cancels out,
-- because the same clock dates the pictures. The relay decides when a message arrives, and how often.
module fresh

open util/integer

fun second: set Int { { t: Int | t >= 0 and t <= 9 } }
fun live: Int { 1 }           -- for 3 s
fun heard: Int { 3 }          -- for 15 s
fun lease: Int { 2 }          -- for 30 s
fun tolerance: Int { 2 }      -- for 30 s
fun nonce_kept: Int { NonceKept in Kept => 4 else 3 }  -- for 60 s, twice the tolerance

-- Our checks, each of which is dropped in turn below.
abstract sig Rule {}
one sig
  AgeSinceSent,       -- an age counts from when the question was sent, not from when its answer came
  AnswerToQuestion,   -- an answer counts for the question that it names
  SleepCounted,       -- time that the device slept through counts
  HeardLately,        -- live needs an answer to a recent question
  FreshOnly,          -- a request that is dated too far from the home's clock is refused
  NonceKept,          -- its nonce is kept for as long as it could come again
  NotBeforeStart,     -- nothing dated before the home's start counts
  LeaseEnds,          -- without a beat the home stops sending
  -- Not ours to check, but taken for granted where it is named:
  DeviceNotAhead      -- no device dates a request later than it is by the home's clock
extends Rule {}
sig Kept in Rule {}
pred all_kept { Kept = Rule }
pred without[r: Rule] { Kept = Rule - r }

sig Picture { taken: Int }
sig Question { sent: Int, dated: Int }
sig Answer { to: Question, clock: Int, came: Int, taken_for: Question }
sig Arrival { of: Question, at: Int }    -- of a question, at the home
sig Counted in Arrival {}                -- the home lets it through
one sig Home { started: Int }
one sig Device { asleep: set Int }       -- its timer stands still then, its wall clock does not

fact Times {
  Picture.taken + Question.sent + Question.dated + Answer.clock + Answer.came + Arrival.at + Device.asleep + Home.started in second
  all a: Answer {
    a.clock >= a.to.sent and a.came >= a.clock      -- nobody answers before he is asked, or hears it before it is said
    a.came >= a.taken_for.sent
    AnswerToQuestion in Kept implies a.taken_for = a.to
  }
  all q: Question | DeviceNotAhead in Kept implies q.dated <= q.sent
  all a: Arrival | a.at >= a.of.sent
  all disj a, b: Arrival | a.at != b.at
}

-- ---- what happens

pred restarts[t: Int] { t = Home.started } --: the home starts
pred is_taken[p: Picture, t: Int] { t = p.taken } --: {p} is taken
pred asks[q: Question, t: Int, d: Int] { t = q.sent and d = q.dated } --: the device sends {q}, dated {d}
pred answers[a: Answer, q: Question, t: Int] { t = a.clock and q = a.to } --: the home answers {q} by {a}
pred comes[a: Answer, q: Question, t: Int] { t = a.came and q = a.taken_for } --: the relay hands over {a}, which is taken for the answer to {q}
pred counts[q: Question, t: Int] { some a: Counted | a.of = q and a.at = t } --: the relay hands over {q}, and the home acts on it
pred sleeps[t: Int] { t in Device.asleep } --: the device sleeps

-- ---- the home lets requests through (RequestGate)

fact Gate {
  all a: Arrival | a in Counted iff {
    FreshOnly in Kept implies (minus[a.at, a.of.dated] <= tolerance and minus[a.of.dated, a.at] <= tolerance)
    (NotBeforeStart in Kept and a.at >= Home.started) implies a.of.dated >= Home.started
    no b: Counted {
      b.of = a.of and b.at < a.at and minus[a.at, b.at] <= nonce_kept
      b.at >= Home.started or a.at < Home.started    -- what it knew before it started is gone
    }
  }
}

pred sends[t: Int] { some a: Counted | a.at <= t and (LeaseEnds in Kept implies minus[t, a.at] <= lease) }

-- ---- the device reckons (Freshness)

fun elapsed[a: Answer, t: Int]: Int {
  let from = (AgeSinceSent in Kept => a.taken_for.sent else a.came) |
    SleepCounted in Kept => minus[t, from] else minus[minus[t, from], #{ s: Device.asleep | s >= from and s < t }]
}

pred says_live[p: Picture, t: Int] { --: the device says that {p} is live
  t in second and p.taken <= t
  some a: Answer | a.came <= t and plus[minus[a.clock, p.taken], elapsed[a, t]] in 0 + live
  HeardLately in Kept implies some a: Answer | a.came <= t and elapsed[a, t] <= heard
}

-- ---- promises

pred errs[p: Picture, t: Int] { says_live[p, t] and minus[t, p.taken] > live } --: and is wrong about {p}
pred live_is_fresh { no p: Picture, t: Int | errs[p, t] }

pred is_alone[p: Picture, t: Int] { --: and the home has not answered for too long
  says_live[p, t] and no a: Answer | a.clock <= t and minus[t, a.clock] <= heard
}
pred live_is_vouched_for { no p: Picture, t: Int | is_alone[p, t] }

pred sends_unasked[t: Int] { --: and the home still sends, though nobody has asked for too long
  t in second and sends[t] and no q: Question | q.sent <= t and minus[t, q.sent] <= plus[lease, tolerance]
}
pred sent_only_while_asked { no t: Int | sends_unasked[t] }

pred acts_again[q: Question, t: Int] { some disj a, b: Counted & of.q | a.at < b.at and b.at = t } --: though it has acted on {q} before
pred counts_once { no q: Question, t: Int | acts_again[q, t] }

run LiveAndNotLive {
  all_kept and some p: Picture, disj t, u: second | says_live[p, t] and t < u and not says_live[p, u] and some Device.asleep
} for 2 but 5 Int expect 1

check LiveIsFresh { all_kept implies live_is_fresh } for 2 but 5 Int expect 0
check wide_LiveIsFresh { all_kept implies live_is_fresh } for 5 but 5 Int expect 0
check LiveIsFresh_AgeSinceSent { without[AgeSinceSent] implies live_is_fresh } for 2 but 5 Int expect 1
check LiveIsFresh_AnswerToQuestion { without[AnswerToQuestion] implies live_is_fresh } for 2 but 5 Int expect 1
check LiveIsFresh_SleepCounted { without[SleepCounted] implies live_is_fresh } for 2 but 5 Int expect 1

check LiveIsVouchedFor { all_kept implies live_is_vouched_for } for 3 but 5 Int expect 0
check wide_LiveIsVouchedFor { all_kept implies live_is_vouched_for } for 5 but 5 Int expect 0
check LiveIsVouchedFor_HeardLately { without[HeardLately] implies live_is_vouched_for } for 3 but 5 Int expect 1

check SentOnlyWhileAsked { all_kept implies sent_only_while_asked } for 3 but 5 Int expect 0
check wide_SentOnlyWhileAsked { all_kept implies sent_only_while_asked } for 5 but 5 Int expect 0
check SentOnlyWhileAsked_LeaseEnds { without[LeaseEnds] implies sent_only_while_asked } for 3 but 5 Int expect 1
check SentOnlyWhileAsked_FreshOnly { without[FreshOnly] implies sent_only_while_asked } for 3 but 5 Int expect 1

-- While the home runs, it does not matter how devices date.
check CountsOnce { (Rule - DeviceNotAhead in Kept and Home.started = 0) implies counts_once } for 3 but 5 Int expect 0
check wide_CountsOnce { (Rule - DeviceNotAhead in Kept and Home.started = 0) implies counts_once } for 5 but 5 Int expect 0
check CountsOnce_NonceKept { (Kept = Rule - DeviceNotAhead - NonceKept and Home.started = 0) implies counts_once } for 3 but 5 Int expect 1
check CountsOnce_FreshOnly { (Kept = Rule - DeviceNotAhead - FreshOnly and Home.started = 0) implies counts_once } for 3 but 5 Int expect 1

check CountsOnceAcrossAStart { all_kept implies counts_once } for 3 but 5 Int expect 0
check wide_CountsOnceAcrossAStart { all_kept implies counts_once } for 5 but 5 Int expect 0
check CountsOnceAcrossAStart_NotBeforeStart { without[NotBeforeStart] implies counts_once } for 3 but 5 Int expect 1
check CountsOnceAcrossAStart_DeviceNotAhead { without[DeviceNotAhead] implies counts_once } for 3 but 5 Int expect 1
