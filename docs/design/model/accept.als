-- What a viewer paints of all that a relay may hand it: promise 1, no foreign picture, and that a replay is refused.
-- In code: device.accept.Acceptance, device.open (Correspondence, Keyring, CameraWatch), vault.seal.FrameOpener.
--
-- The relay hands over any frame and any answer that was ever said, of any camera and household, as often as it likes and in any
-- order; and whoever holds a content key (a member, present or removed) seals frames of their own for it. Cryptography is taken
-- as perfect: a frame opens under the key of its camera and epoch and nothing else, and nobody but the home signs for it.
module accept

open util/ordering[Epoch] as epochs
open util/ordering[Number] as numbers

sig Epoch, Number {}
sig Camera {}  -- of any household: (household, camera)
sig Frame { of: Camera, epoch: Epoch, number: Number, signed: lone Home }
sig Question {}
sig Answer { to: Question, named: Epoch, first: Number }  -- with the card of that epoch

-- Our checks, each of which is dropped in turn below.
abstract sig Rule {}
one sig
  NameFromQuestion,     -- a frame is opened under the camera that was asked for
  FrameSigned,          -- the home's signature inside the seal is verified
  NumberAboveLast,      -- of each key, numbers rise
  NumberNotBelowFirst,  -- nothing from before the group that the home named
  EpochNotLeft,         -- nothing of an epoch before the newest that the home named
  AnswerToQuestion      -- an answer counts for the question that waits for it
extends Rule {}
sig Kept in Rule {}
pred all_kept { Kept = Rule }
pred without[r: Rule] { Kept = Rule - r }

-- The home of all cameras in question; every frame is a key frame, so that the newest one is where a session begins.
one sig Home {
  var now: one Epoch,
  var sealed: set Frame,  -- everything that was ever sealed, with or without its signature
  var said: set Answer
}

one sig Viewer {
  wants: Camera,
  holds: set Camera,       -- those that its cards hold keys of
  var asks: lone Question,
  var keys: set Epoch,
  var newest: lone Epoch,  -- that the home named
  var begins: Epoch -> lone Number,
  var last: Epoch -> lone Number,
  -- What a bystander notes: what this page has painted, and what was not the newest any more when it asked.
  var painted, past: set Frame
}

fact Names {
  Viewer.wants in Viewer.holds
  no disj f, g: Frame | f.of = g.of and f.epoch = g.epoch and f.number = g.number and f.signed = g.signed
}

pred older[f, g: Frame] { -- f was sealed before g, both by the home
  f.of = g.of
  epochs/lt[f.epoch, g.epoch] or f.epoch = g.epoch and numbers/lt[f.number, g.number]
}

fun genuine: set Frame { signed.Home }

-- ---- the home

pred seals[f: Frame] { --: the home seals {f}
  f in genuine - Home.sealed
  f.epoch = Home.now
  no g: Home.sealed & genuine | g.of = f.of and not older[g, f]
  Home.sealed' = Home.sealed + f
  Home.now' = Home.now and Home.said' = Home.said and same_viewer
}

pred begins_epoch { --: the home begins a new epoch
  Home.now' = epochs/next[Home.now]
  Home.sealed' = Home.sealed and Home.said' = Home.said and same_viewer
}

pred answers[a: Answer] { --: the home answers {a}
  (once a.to = Viewer.asks) and a not in Home.said
  a.named = Home.now
  some f: Home.sealed & genuine & of.(Viewer.wants) | f.epoch = a.named and f.number = a.first
    and no g: Home.sealed & genuine | older[f, g]
  Home.said' = Home.said + a
  Home.now' = Home.now and Home.sealed' = Home.sealed and same_viewer
}

-- ---- a member who helps the relay

pred forges[f: Frame] { --: a member who holds the key seals {f} and hands it to the relay
  f not in genuine + Home.sealed and epochs/lte[f.epoch, Home.now]
  Home.sealed' = Home.sealed + f
  Home.now' = Home.now and Home.said' = Home.said and same_viewer
}

-- ---- the viewer

pred asks[q: Question] { --: the page is opened anew and asks {q}
  historically Viewer.asks != q  -- a nonce is fresh
  Viewer.asks' = q
  no Viewer.keys' and no Viewer.newest' and no Viewer.begins' and no Viewer.last'
  Viewer.past' = { f: Home.sealed & genuine | some g: Home.sealed & genuine | older[f, g] }
  no Viewer.painted' and same_home
}

pred hears[a: Answer] { --: the relay hands over {a}
  a in Home.said
  AnswerToQuestion in Kept implies a.to = Viewer.asks
  some Viewer.asks
  Viewer.keys' = a.named
  Viewer.newest' = (some Viewer.newest => epochs/larger[Viewer.newest, a.named] else a.named)
  Viewer.begins' = Viewer.begins ++ a.named -> a.first
  Viewer.last' = Viewer.last and Viewer.painted' = Viewer.painted
  Viewer.asks' = Viewer.asks and Viewer.past' = Viewer.past and same_home
}

pred paints[f: Frame] { --: the relay hands over {f}, and it is painted
  f in Home.sealed
  f.of in (NameFromQuestion in Kept => Viewer.wants else Viewer.holds)
  f.epoch in Viewer.keys
  FrameSigned in Kept implies f in genuine
  EpochNotLeft in Kept implies epochs/gte[f.epoch, Viewer.newest]
  NumberAboveLast in Kept implies all n: Viewer.last[f.epoch] | numbers/gt[f.number, n]
  NumberNotBelowFirst in Kept implies all n: Viewer.begins[f.epoch] | numbers/gte[f.number, n]
  Viewer.painted' = Viewer.painted + f
  Viewer.last' = Viewer.last ++ f.epoch -> f.number
  Viewer.keys' = Viewer.keys and Viewer.newest' = Viewer.newest and Viewer.begins' = Viewer.begins
  Viewer.asks' = Viewer.asks and Viewer.past' = Viewer.past and same_home
}

pred same_home { Home.now' = Home.now and Home.sealed' = Home.sealed and Home.said' = Home.said }
pred same_viewer {
  Viewer.asks' = Viewer.asks and Viewer.keys' = Viewer.keys and Viewer.newest' = Viewer.newest
  Viewer.begins' = Viewer.begins and Viewer.last' = Viewer.last and Viewer.painted' = Viewer.painted
  Viewer.past' = Viewer.past
}

fact Histories {
  Home.now = epochs/first and no Home.sealed and no Home.said
  no Viewer.asks and no Viewer.keys and no Viewer.newest and no Viewer.begins
  no Viewer.last and no Viewer.painted and no Viewer.past
  always {
    (same_home and same_viewer) or begins_epoch
    or (some f: Frame | seals[f] or forges[f] or paints[f])
    or (some a: Answer | answers[a] or hears[a])
    or (some q: Question | asks[q])
  }
}

-- ---- promises

pred is_foreign[f: Frame] { paints[f] and not (f.of = Viewer.wants and f in genuine) } --: though it is no picture of the camera that was asked for
pred no_foreign_picture { always no f: Frame | is_foreign[f] }

pred goes_back[f: Frame] { paints[f] and some g: Viewer.painted | not older[g, f] } --: though it is not newer than all that this page has painted
pred never_back { always no f: Frame | goes_back[f] }

pred is_past[f: Frame] { paints[f] and f in Viewer.past } --: though it was not the newest any more when the page asked
pred nothing_past { always no f: Frame | is_past[f] }

run SomebodySeesTwoEpochs {
  all_kept
  some disj f, g: Frame | eventually (paints[g] and f in Viewer.painted and epochs/lt[f.epoch, g.epoch])
} for 2 but 1 Camera, 2 Frame, exactly 11 steps expect 1

check NoForeignPicture { all_kept implies no_foreign_picture } for 2 but 3 Frame, exactly 10 steps expect 0
check wide_NoForeignPicture { all_kept implies no_foreign_picture } for 3 but 4 Frame, exactly 14 steps expect 0
check NoForeignPicture_NameFromQuestion { without[NameFromQuestion] implies no_foreign_picture } for 2 but 2 Frame, 8 steps expect 1
check NoForeignPicture_FrameSigned { without[FrameSigned] implies no_foreign_picture } for 2 but 2 Frame, 8 steps expect 1

check NeverBack { all_kept implies never_back } for 2 but 3 Frame, exactly 9 steps expect 0
check wide_NeverBack { all_kept implies never_back } for 2 but 4 Frame, exactly 14 steps expect 0
check NeverBack_NumberAboveLast { without[NumberAboveLast] implies never_back } for 2 but 2 Frame, 8 steps expect 1
check NeverBack_EpochNotLeft { without[EpochNotLeft] implies never_back } for 2 but 2 Frame, exactly 11 steps expect 1

check NothingPast { all_kept implies nothing_past } for 2 but 3 Frame, exactly 9 steps expect 0
check wide_NothingPast { all_kept implies nothing_past } for 2 but 4 Frame, exactly 14 steps expect 0
check NothingPast_NumberNotBelowFirst { without[NumberNotBelowFirst] implies nothing_past } for 2 but 2 Frame, 8 steps expect 1
check NothingPast_AnswerToQuestion { without[AnswerToQuestion] implies nothing_past } for 2 but 2 Frame, 8 steps expect 1
