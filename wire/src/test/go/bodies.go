package main

import "strings"

// bodies are what letters seal (docs/ref/formats.md, section 6).
func bodies() {
	n := b64u.EncodeToString(pattern("nonce", 16))
	hash := b64u.EncodeToString(pattern("request", 32))
	hash2 := b64u.EncodeToString(pattern("another", 32))
	hh := household(public(key("root")))
	d := b32.EncodeToString(device(hh, public(key("device"))))
	cam := b32.EncodeToString(pattern("camera", 16))
	const now = int64(1795426800123456)
	const epoch = int64(1795426800)
	list := statement("member-list", object{"household": b32.EncodeToString(hh), "members": []object{}, "ruledMicros": ruled, "serial": 7, "version": 0}, key("home"))
	card := statement("key-card", object{"device": d, "household": b32.EncodeToString(hh), "sealed": b64u.EncodeToString(pattern("card", 80)), "serial": 7, "version": 1}, key("home"))
	v := func(typ string, o object) one { return one{"typ": "mashrabiya/v1/" + typ, "body": canonical(o)} }
	b := func(why, typ string, o object) one {
		return one{"why": why, "typ": "mashrabiya/v1/" + typ, "body": canonical(o)}
	}
	held := object{"ruledMicros": ruled, "serial": 7, "version": 3}
	req := func(more object) object {
		o := object{"held": held, "nonce": n, "timeMicros": now}
		for k, x := range more {
			o[k] = x
		}
		return o
	}
	ans := func(more object) object {
		o := object{"clockMicros": now, "request": hash}
		for k, x := range more {
			o[k] = x
		}
		return o
	}
	open := req(object{"bitsPerSecond": 512000, "camera": cam, "checkpoint": 0, "decode": []string{"avc1.42e01f"}, "heightPixels": 360, "purpose": "view"})
	opened := ans(object{"camera": cam, "card": card, "checkpoint": 0, "epoch": epoch, "memberList": list,
		"tracks": []object{{"first": 60, "kid": epoch * 16}, {"first": 0, "kid": (epoch-1)*16 + 4}}})
	beat := ans(object{"cameras": []object{{"camera": cam, "captureMicros": now, "epoch": epoch, "sound": true, "state": "live"},
		{"camera": cam, "captureMicros": 0, "epoch": epoch, "sound": false, "state": "unreachable"}}, "anew": []string{hash}, "unknown": []string{hash2}})
	all := []string{"listen", "talk", "view"}
	none := []object{}
	full := terms(rights(true, all), 0)
	nights := hours([]int{5, 6}, 22*60, 30*60)
	guest := terms(rights(false, nil, object{"camera": cam, "rights": []string{"view"}}), now, hours([]int{1, 2, 3, 4, 5}, 480, 960))
	entry := object{"camera": cam, "closure": none, "name": "الباب الأمامي", "rights": all, "state": "connecting"}
	device := object{"device": d, "enrolledMicros": now, "lastSeenMicros": now, "name": "Firefox on Linux", "terms": full}
	neverClosed := object{"hand": none, "week": none}
	closedBy := object{"by": "هاتف", "shutter": "closed", "sinceMicros": now, "untilMicros": 0}
	openedBy := object{"by": "Phone", "shutter": "open", "sinceMicros": now, "untilMicros": now + 1}
	invite := b32.EncodeToString(pattern("invite", 16))
	house := ans(object{"cameras": []object{entry}, "devices": []object{device}, "invites": none, "name": "Our house",
		"privacy": object{"cameras": none, "house": neverClosed}, "zone": "Asia/Riyadh"})
	closedHouse := with(with(with(house, "cameras", []object{
		with(with(entry, "closure", []object{{"by": "هاتف", "sinceMicros": now, "untilMicros": 0}}), "state", "private"),
		with(with(with(entry, "closure", []object{{"by": "", "sinceMicros": 0, "untilMicros": now}}), "state", "private"), "rights", []string{})}),
		"devices", []object{device, with(device, "terms", guest)}), "invites", []object{{"invite": invite, "terms": guest, "untilMicros": now}})
	closedHouse["privacy"] = object{"cameras": []object{{"camera": cam, "privacy": object{"hand": []object{openedBy}, "week": []object{nights}}}},
		"house": object{"hand": []object{closedBy}, "week": none}}
	member := func(t object) object { return req(object{"device": d, "name": "Phone", "terms": t}) }
	asked := func(t object) object { return req(object{"goodForSeconds": 600, "replaces": []string{}, "terms": t}) }
	closing := req(object{"camera": "", "hand": "closed", "untilMicros": now, "week": []object{nights}})
	invited := ans(object{"invite": invite, "sealed": b64u.EncodeToString(pattern("secret", 64)), "untilMicros": now})
	many := []string{}
	for i := 0; i < 129; i++ {
		many = append(many, hash)
	}
	write("letter-bodies", object{
		"requests": []one{v("open", open), v("open", with(open, "purpose", "listen")),
			v("beat", req(object{"bitsPerSecond": 0, "number": 4, "sessions": []string{hash}})), v("beat", req(object{"bitsPerSecond": 64000, "number": 4, "sessions": many[:128]})),
			v("invite", asked(full)), v("invite", with(asked(guest), "replaces", []string{d})), v("uninvite", req(object{"invite": invite})),
			v("set-member", member(guest)), v("set-privacy", closing),
			v("set-privacy", req(object{"camera": cam, "hand": "by-week", "untilMicros": 0, "week": none})), v("close", req(object{"session": hash})),
			v("household", req(nil)), v("remove", req(object{"device": d})), v("newer", req(object{"memberList": list})),
			v("report", req(object{"camera": cam, "kid": epoch * 16, "number": 4294967295, "reason": "not-opened"}))},
		"answers": []one{v("opened", opened), v("beat-answer", beat), v("beat-answer", with(beat, "unknown", repeated(hash2, 128))),
			v("household-answer", house), v("household-answer", closedHouse), v("invited", invited),
			v("ruled", ans(object{"memberList": list})), v("done", ans(nil)),
			v("refused", ans(object{"reason": "no-such-camera"}))},
		"pushes": []one{v("household-changed", object{"clockMicros": now, "memberList": list})},
		"bad": []one{
			b("nonce of 15 bytes", "household", object{"held": held, "nonce": b64u.EncodeToString(pattern("n", 15)), "timeMicros": now}),
			b("no time", "household", object{"held": held, "nonce": n}),
			b("no list that is held", "household", object{"nonce": n, "timeMicros": now}),
			b("a list that is held without a time", "household", with(req(nil), "held", with(held, "ruledMicros", nil))),
			b("one member more in the list that is held", "household", with(req(nil), "held", with(held, "more", 1))),
			b("one member more", "household", req(object{"more": 1})),
			b("a ledger that is not there yet", "open", with(open, "checkpoint", 1)),
			b("another purpose", "open", with(open, "purpose", "watch")),
			b("a codec with a line end", "open", with(open, "decode", []string{"avc1\n"})),
			b("17 codecs", "open", with(open, "decode", many[:17])),
			b("129 sessions", "beat", req(object{"bitsPerSecond": 0, "number": 4, "sessions": many})),
			b("a line that carries less than nothing", "beat", req(object{"bitsPerSecond": -1, "number": 4, "sessions": []string{}})),
			b("a height in words", "open", with(open, "heightPixels", "tall")),
			b("a session of 31 bytes", "close", req(object{"session": b64u.EncodeToString(pattern("x", 31))})),
			b("number above 2^32 - 1", "report", req(object{"camera": cam, "kid": epoch * 16, "number": 4294967296, "reason": "forged"})),
			b("unknown reason", "report", req(object{"camera": cam, "kid": epoch * 16, "number": 1, "reason": "because"})),
			b("a card for a list", "newer", req(object{"memberList": card})),
			b("epoch 0", "opened", with(opened, "epoch", 0)),
			b("epoch 2^49", "opened", with(opened, "epoch", int64(1)<<49)),
			b("a list for a card", "opened", with(opened, "card", list)),
			b("a track that is none", "opened", with(opened, "tracks", []object{{"first": 0, "kid": epoch*16 + 9}})),
			b("a first number above 2^32 - 1", "opened", with(opened, "tracks", []object{{"first": int64(1) << 32, "kid": epoch * 16}})),
			b("a card that says too little", "opened", with(opened, "card", statement("key-card", object{"device": d, "serial": 7, "version": 1}, key("home")))),
			b("epoch 0", "beat-answer", with(beat, "cameras", []object{{"camera": cam, "captureMicros": 0, "epoch": 0, "sound": false, "state": "live"}})),
			b("epoch 2^49", "beat-answer", with(beat, "cameras", []object{{"camera": cam, "captureMicros": 0, "epoch": int64(1) << 49, "sound": false, "state": "live"}})),
			b("unknown state", "beat-answer", with(beat, "cameras", []object{{"camera": cam, "captureMicros": 0, "epoch": epoch, "sound": false, "state": "fine"}})),
			b("sound as a number", "beat-answer", with(beat, "cameras", []object{{"camera": cam, "captureMicros": 0, "epoch": epoch, "sound": 1, "state": "live"}})),
			b("nothing said of sound", "beat-answer", with(beat, "cameras", []object{{"camera": cam, "captureMicros": 0, "epoch": epoch, "state": "live"}})),
			b("129 unknown sessions", "beat-answer", with(beat, "unknown", repeated(hash2, 129))),
			b("129 sessions to be opened anew", "beat-answer", with(beat, "anew", repeated(hash2, 129))),
			b("a name of 65 characters", "household-answer", with(house, "name", strings.Repeat("x", 65))),
			b("an empty name", "household-answer", with(house, "name", "")),
			b("a name with a control character", "household-answer", with(house, "name", "a\u0007b")),
			b("unknown reason", "refused", ans(object{"reason": "tired"})),
			b("a guest who manages", "set-member", member(terms(rights(true, all), now))),
			b("hours of somebody who manages", "set-member", member(terms(rights(true, all), 0, nights))),
			b("a right that is none", "set-member", member(terms(rights(false, []string{"own"}), 0))),
			b("rights out of order", "set-member", member(terms(rights(false, []string{"view", "talk"}), 0))),
			b("a right twice", "set-member", member(terms(rights(false, []string{"view", "view"}), 0))),
			b("a camera twice", "set-member", member(terms(rights(false, nil, object{"camera": cam, "rights": all}, object{"camera": cam, "rights": all}), 0))),
			b("hours without a day", "set-member", member(terms(rights(false, all), 0, hours([]int{}, 480, 960)))),
			b("days out of order", "set-member", member(terms(rights(false, all), 0, hours([]int{2, 1}, 480, 960)))),
			b("an eighth day", "set-member", member(terms(rights(false, all), 0, hours([]int{8}, 480, 960)))),
			b("hours from 24:00", "set-member", member(terms(rights(false, all), 0, hours([]int{1}, 1440, 1500)))),
			b("hours that end as they begin", "set-member", member(terms(rights(false, all), 0, hours([]int{1}, 480, 480)))),
			b("hours of more than a day", "set-member", member(terms(rights(false, all), 0, hours([]int{1}, 480, 480+1441)))),
			b("15 hours of a week", "set-member", member(terms(rights(false, all), 0, repeated(nights, 15)...))),
			b("an invite for a second", "invite", with(asked(full), "goodForSeconds", 1)),
			b("an invite for 8 days", "invite", with(asked(full), "goodForSeconds", 8*86400)),
			b("an invite in place of two", "invite", with(asked(full), "replaces", []string{d, d})),
			b("a shutter that is none", "set-privacy", with(closing, "hand", "ajar")),
			b("a camera that is none", "set-privacy", with(closing, "camera", "door")),
			b("two hands", "household-answer", with(house, "privacy", object{"cameras": none, "house": object{"hand": []object{closedBy, closedBy}, "week": none}})),
			b("closed by a line end", "household-answer", with(house, "privacy", object{"cameras": none, "house": object{"hand": []object{with(closedBy, "by", "\n")}, "week": none}})),
			b("two closures", "household-answer", with(house, "cameras", []object{with(entry, "closure", []object{{"by": "", "sinceMicros": 0, "untilMicros": 0}, {"by": "", "sinceMicros": 0, "untilMicros": 0}})})),
			b("a secret of 129 bytes", "invited", with(invited, "sealed", b64u.EncodeToString(pattern("secret", 129)))),
			b("a card for a list", "ruled", ans(object{"memberList": card})),
			b("a ruling without a list", "ruled", ans(nil)),
			b("a list that was not asked for", "done", ans(object{"memberList": list})),
			b("an answer's type for a request's body", "done", req(nil)),
		},
	})
}

// rights are those of a device: everywhere, and what it may at cameras in place of that.
func rights(manage bool, everywhere []string, cameras ...object) object {
	if everywhere == nil {
		everywhere = []string{}
	}
	if cameras == nil {
		cameras = []object{}
	}
	return object{"cameras": cameras, "everywhere": everywhere, "manage": manage}
}

func hours(days []int, from, to int) object {
	return object{"days": days, "fromMinute": from, "toMinute": to}
}

func terms(rights object, untilMicros int64, week ...object) object {
	if week == nil {
		week = []object{}
	}
	return object{"rights": rights, "untilMicros": untilMicros, "week": week}
}

func repeated[T any](one T, times int) []T {
	all := []T{}
	for range times {
		all = append(all, one)
	}
	return all
}
