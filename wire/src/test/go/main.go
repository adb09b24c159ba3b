// Makes the vectors of wire's public formats, from docs/ref/formats.md alone and with Go's standard library only, so that the
// Java and the TypeScript code are held against a third hand. The tests read the files and do not need Go.
//
//	cd wire/src/test/go && go run .
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// ruled is when each member list's version was made.
const ruled = int64(1795426799654321)

const folder = "../resources/vectors"

var b32 = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)
var b64u = base64.RawURLEncoding

type object = map[string]any

// one is a vector: what goes in, what must come out or how it must fail.
type one = object

func key(name string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte("vector key " + name))
	return ed25519.NewKeyFromSeed(seed[:])
}

func public(k ed25519.PrivateKey) []byte { return k.Public().(ed25519.PublicKey) }

func pattern(name string, size int) []byte {
	sum := sha256.Sum256([]byte("vector bytes " + name))
	return bytes.Repeat(sum[:], size/32+1)[:size]
}

func hashed(size int, label string, parts ...[]byte) []byte {
	h := sha256.New()
	h.Write(append([]byte(label), 0))
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum(nil)[:size]
}

func household(root []byte) []byte { return hashed(20, "mashrabiya/v1/household-id", root) }
func device(hh, sign []byte) []byte {
	return hashed(16, "mashrabiya/v1/device-id", hh, sign)
}

// canonical is RFC 8785 for what the vectors hold: Go sorts members by bytes, which for these names is the same order.
func canonical(v any) string {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err)
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func statement(typ string, payload any, k ed25519.PrivateKey) string {
	return raw(fmt.Sprintf(`{"alg":"Ed25519","typ":"mashrabiya/v1/%s"}`, typ), canonical(payload), k)
}

func raw(header, payload string, k ed25519.PrivateKey) string {
	signed := b64u.EncodeToString([]byte(header)) + "." + b64u.EncodeToString([]byte(payload))
	return signed + "." + b64u.EncodeToString(ed25519.Sign(k, []byte(signed)))
}

func write(name string, content any) {
	text, err := json.MarshalIndent(content, "", "  ")
	if err != nil {
		panic(err)
	}
	text = bytes.ReplaceAll(text, []byte(`\u003c`), []byte("<"))
	text = bytes.ReplaceAll(text, []byte(`\u003e`), []byte(">"))
	text = bytes.ReplaceAll(text, []byte(`\u0026`), []byte("&"))
	if err := os.WriteFile(filepath.Join(folder, name+".json"), append(text, '\n'), 0o644); err != nil {
		panic(err)
	}
}

func main() {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		panic(err)
	}
	ids()
	canonicalJSON()
	statements()
	certificates()
	memberLists()
	sframeHeaders()
	envelopes()
	media()
	control()
	origins()
	bodies()
}

func ids() {
	root, dev := key("root"), key("device")
	hh := household(public(root))
	good := []one{
		{"kind": "household", "key": hex.EncodeToString(public(root)), "bytes": hex.EncodeToString(hh), "text": b32.EncodeToString(hh)},
		{"kind": "device", "household": b32.EncodeToString(hh), "key": hex.EncodeToString(public(dev)),
			"bytes": hex.EncodeToString(device(hh, public(dev))), "text": b32.EncodeToString(device(hh, public(dev)))},
	}
	for _, name := range []string{"a", "b"} {
		good = append(good, one{"kind": "camera", "bytes": hex.EncodeToString(pattern(name, 16)), "text": b32.EncodeToString(pattern(name, 16))})
	}
	zero := strings.Repeat("a", 26)
	good = append(good, one{"kind": "camera", "bytes": strings.Repeat("00", 16), "text": zero})
	bad := []one{
		{"kind": "household", "text": "", "why": "empty"},
		{"kind": "household", "text": b32.EncodeToString(hh)[:31], "why": "one character short"},
		{"kind": "household", "text": b32.EncodeToString(hh) + "a", "why": "one character long"},
		{"kind": "household", "text": strings.ToUpper(b32.EncodeToString(hh)), "why": "upper case"},
		{"kind": "household", "text": "0" + b32.EncodeToString(hh)[1:], "why": "a digit outside the alphabet"},
		{"kind": "household", "text": b32.EncodeToString(hh)[:31] + "=", "why": "padding"},
		{"kind": "camera", "text": zero[:25] + "b", "why": "an unused bit is set"},
		{"kind": "camera", "text": zero[:25] + "é", "why": "not ASCII"},
		{"kind": "camera", "text": b32.EncodeToString(hh), "why": "the id of a household"},
	}
	write("ids", object{"good": good, "bad": bad})
}

func canonicalJSON() {
	good := []string{
		`{}`, `[]`, `0`, `9007199254740991`, `"a"`, `true`, `false`, `{"a":1,"b":[1,2,{"c":"d"}]}`,
		`{"":0,"A":1,"a":2,"é":3}`, `"\"\\\b\t\n\f\r\u0000\u001f"`, `"/<>&' "`, `"بيتنا"`, `"🏠"`,
		"{\"\u20ac\":1,\"\U0001f600\":2,\"\ufb33\":3}", // by UTF-16 code units: the emoji's first unit comes before U+FB33
		strings.Repeat("[", 8) + strings.Repeat("]", 8), strings.Repeat("[", 8) + "0" + strings.Repeat("]", 8),
	}
	bad := []one{}
	add := func(why, text string) {
		bad = append(bad, one{"why": why, "hex": hex.EncodeToString([]byte(text))})
	}
	add("nothing", "")
	add("space before", " {}")
	add("space inside", `{"a": 1}`)
	add("line end after", "{}\n")
	add("members out of order", `{"b":1,"a":2}`)
	add("a member twice", `{"a":1,"a":1}`)
	add("out of order by UTF-16", "{\"\ufb33\":3,\"\U0001f600\":2}")
	add("two values", `{}{}`)
	add("not closed", `{"a":1`)
	add("string not closed", `"a`)
	add("trailing comma in an object", `{"a":1,}`)
	add("trailing comma in an array", `[1,]`)
	add("negative", `-1`)
	add("negative zero", `-0`)
	add("fraction", `1.0`)
	add("exponent", `1e3`)
	add("leading zero", `01`)
	add("plus", `+1`)
	add("2^53", `9007199254740992`)
	add("far too large", strings.Repeat("9", 400))
	add("null", `null`)
	add("NaN", `NaN`)
	add("single quotes", `'a'`)
	add("escaped slash", `"\/"`)
	add("escaped letter", `"\u0061"`)
	add("upper-case escape", `"\u001F"`)
	add("long escape of a short one", `"\u000a"`)
	add("raw control character", "\"\n\"")
	add("lone high surrogate escaped", `"\ud83d"`)
	add("surrogate pair escaped", `"\ud83c\udfe0"`)
	add("surrogate in UTF-8", "\"\xed\xa0\xbd\"")
	add("overlong UTF-8", "\"\xc0\xaf\"")
	add("cut UTF-8", "\"\xe2\x82\"")
	add("byte order mark", "\xef\xbb\xbf{}")
	add("nested too deep", strings.Repeat("[", 20)+strings.Repeat("]", 20))
	add("a value within nine arrays", strings.Repeat("[", 9)+"0"+strings.Repeat("]", 9))
	write("canonical-json", object{"good": good, "bad": bad})
}

func statements() {
	k, other := key("home"), key("other")
	good := statement("done", object{"clockMicros": 1, "request": "x"}, k)
	cut := strings.Split(good, ".")
	header := func(h string) string { return raw(h, `{}`, k) }
	tampered := func(i int) string {
		parts := strings.Split(good, ".")
		b, _ := b64u.DecodeString(parts[i])
		b[0] ^= 1
		parts[i] = b64u.EncodeToString(b)
		return strings.Join(parts, ".")
	}
	payload := strings.Join([]string{cut[0], b64u.EncodeToString([]byte(`{"clockMicros":2,"request":"x"}`)), cut[2]}, ".")
	retyped := strings.Split(statement("refused", object{"clockMicros": 1, "request": "x"}, k), ".")[0] + "." + cut[1] + "." + cut[2]
	write("statements", object{
		"key":  hex.EncodeToString(public(k)),
		"good": []one{{"typ": "mashrabiya/v1/done", "payload": `{"clockMicros":1,"request":"x"}`, "text": good}},
		"unproven": []one{
			{"why": "signed by somebody else", "text": statement("done", object{"clockMicros": 1, "request": "x"}, other)},
			{"why": "payload changed", "text": payload},
			{"why": "signature changed", "text": tampered(2)},
			{"why": "the signature of another type", "text": retyped},
		},
		"malformed": []one{
			{"why": "empty", "text": ""},
			{"why": "two parts", "text": cut[0] + "." + cut[1]},
			{"why": "four parts", "text": good + ".a"},
			{"why": "padding", "text": good + "=="},
			{"why": "stray bits in the signature", "text": good[:len(good)-1] + "_"},
			{"why": "line end", "text": good + "\n"},
			{"why": "signature of 63 bytes", "text": cut[0] + "." + cut[1] + "." + b64u.EncodeToString(make([]byte, 63))},
			{"why": "no signature", "text": cut[0] + "." + cut[1] + "."},
			{"why": "alg none", "text": header(`{"alg":"none","typ":"mashrabiya/v1/done"}`)},
			{"why": "alg EdDSA", "text": header(`{"alg":"EdDSA","typ":"mashrabiya/v1/done"}`)},
			{"why": "alg HS256", "text": header(`{"alg":"HS256","typ":"mashrabiya/v1/done"}`)},
			{"why": "no typ", "text": header(`{"alg":"Ed25519"}`)},
			{"why": "unknown typ", "text": header(`{"alg":"Ed25519","typ":"mashrabiya/v1/else"}`)},
			{"why": "another version", "text": header(`{"alg":"Ed25519","typ":"mashrabiya/v2/done"}`)},
			{"why": "a key id", "text": header(`{"alg":"Ed25519","kid":"1","typ":"mashrabiya/v1/done"}`)},
			{"why": "members out of order", "text": header(`{"typ":"mashrabiya/v1/done","alg":"Ed25519"}`)},
			{"why": "space in the header", "text": header(`{"alg":"Ed25519", "typ":"mashrabiya/v1/done"}`)},
			{"why": "payload is no JSON", "text": raw(`{"alg":"Ed25519","typ":"mashrabiya/v1/done"}`, `hello`, k)},
			{"why": "payload out of order", "text": raw(`{"alg":"Ed25519","typ":"mashrabiya/v1/done"}`, `{"b":1,"a":1}`, k)},
			{"why": "payload with a fraction", "text": raw(`{"alg":"Ed25519","typ":"mashrabiya/v1/done"}`, `{"a":1.5}`, k)},
		},
	})
}

func certificate(serial int64) object {
	root := public(key("root"))
	return object{"household": b32.EncodeToString(household(root)), "kem": b64u.EncodeToString(pattern("kem", 32)),
		"root": b64u.EncodeToString(root), "serial": serial, "sign": b64u.EncodeToString(public(key("home")))}
}

func with(o object, name string, value any) object {
	c := object{}
	for k, v := range o {
		c[k] = v
	}
	if value == nil {
		delete(c, name)
	} else {
		c[name] = value
	}
	return c
}

func certificates() {
	root, other := key("root"), key("other")
	typ := "home-certificate"
	good := certificate(7)
	write("certificates", object{
		"good": []one{{"household": good["household"], "serial": 7, "sign": hex.EncodeToString(public(key("home"))),
			"kem": hex.EncodeToString(pattern("kem", 32)), "root": hex.EncodeToString(public(root)), "text": statement(typ, good, root)}},
		"unproven": []one{
			{"why": "signed by another root", "text": statement(typ, good, other)},
			{"why": "signed by the home itself", "text": statement(typ, good, key("home"))},
			{"why": "household of another root", "text": statement(typ, with(good, "household", b32.EncodeToString(household(public(other)))), root)},
			{"why": "another root that signed for itself", "text": statement(typ, with(good, "root", b64u.EncodeToString(public(other))), other)},
			{"why": "serial 0", "text": statement(typ, with(good, "serial", 0), root)},
		},
		"malformed": []one{
			{"why": "another type", "text": statement("member-list", good, root)},
			{"why": "no serial", "text": statement(typ, with(good, "serial", nil), root)},
			{"why": "serial as text", "text": statement(typ, with(good, "serial", "7"), root)},
			{"why": "key of 31 bytes", "text": statement(typ, with(good, "sign", b64u.EncodeToString(make([]byte, 31))), root)},
			{"why": "one member more", "text": statement(typ, with(good, "more", 1), root)},
			{"why": "household cut", "text": statement(typ, with(good, "household", "abc"), root)},
		},
	})
}

func memberLists() {
	home, root := key("home"), key("root")
	hh := household(public(root))
	member := func(name string) object {
		sign := public(key(name))
		return object{"device": b32.EncodeToString(device(hh, sign)), "sign": b64u.EncodeToString(sign)}
	}
	members := []object{member("d1"), member("d2"), member("d3")}
	sort.Slice(members, func(i, j int) bool {
		a, _ := b32.DecodeString(members[i]["device"].(string))
		b, _ := b32.DecodeString(members[j]["device"].(string))
		return bytes.Compare(a, b) < 0
	})
	good := object{"household": b32.EncodeToString(hh), "members": members, "ruledMicros": ruled, "serial": 7, "version": 3}
	typ := "member-list"
	stranger := public(key("stranger"))
	swapped := []object{{"device": members[0]["device"], "sign": b64u.EncodeToString(stranger)}}
	many := []object{}
	for i := 0; i < 257; i++ {
		many = append(many, member(fmt.Sprint("many", i)))
	}
	sort.Slice(many, func(i, j int) bool {
		a, _ := b32.DecodeString(many[i]["device"].(string))
		b, _ := b32.DecodeString(many[j]["device"].(string))
		return bytes.Compare(a, b) < 0
	})
	write("member-lists", object{
		"certificate": statement("home-certificate", certificate(7), root),
		"good": []one{
			{"ruledMicros": ruled, "serial": 7, "version": 3, "devices": []any{members[0]["device"], members[1]["device"], members[2]["device"]}, "text": statement(typ, good, home)},
			{"ruledMicros": ruled, "serial": 7, "version": 0, "devices": []any{}, "text": statement(typ, object{"household": good["household"], "members": []object{}, "ruledMicros": ruled, "serial": 7, "version": 0}, home)},
		},
		"unproven": []one{
			{"why": "signed by the root", "text": statement(typ, good, root)},
			{"why": "signed by another", "text": statement(typ, good, key("other"))},
			{"why": "of another serial", "text": statement(typ, with(good, "serial", 8), home)},
			{"why": "of another household", "text": statement(typ, object{"household": b32.EncodeToString(household(public(key("other")))), "members": []object{}, "ruledMicros": ruled, "serial": 7, "version": 3}, home)},
		},
		"malformed": []one{
			{"why": "out of order", "text": statement(typ, with(good, "members", []object{members[1], members[0]}), home)},
			{"why": "a device twice", "text": statement(typ, with(good, "members", []object{members[0], members[0]}), home)},
			{"why": "an id that is not of the key beside it", "text": statement(typ, with(good, "members", swapped), home)},
			{"why": "257 members", "text": statement(typ, with(good, "members", many), home)},
			{"why": "no time", "text": statement(typ, with(good, "ruledMicros", nil), home)},
			{"why": "a name in it", "text": statement(typ, with(good, "members", []object{with(members[0], "name", "x")}), home)},
		},
	})
}

func field(v uint64) (code byte, extra []byte) {
	if v < 8 {
		return byte(v), nil
	}
	b := binary.BigEndian.AppendUint64(nil, v)
	b = bytes.TrimLeft(b, "\x00")
	return 8 | byte(len(b)-1), b
}

func sframe(kid, ctr uint64) []byte {
	k, kx := field(kid)
	c, cx := field(ctr)
	return append(append([]byte{k<<4 | c}, kx...), cx...)
}

func sframeHeaders() {
	good, bad := []one{}, []one{}
	for _, v := range [][2]uint64{{0, 0}, {7, 7}, {8, 8}, {0, 255}, {255, 256}, {256, 65535}, {65536, 1 << 24}, {1795426800*16 + 4, 0},
		{1795426800 * 16, 1<<32 - 1}, {1<<53 - 12, 1}, {1<<64 - 1, 1<<64 - 1}} {
		good = append(good, one{"kid": fmt.Sprint(v[0]), "counter": fmt.Sprint(v[1]), "hex": hex.EncodeToString(sframe(v[0], v[1]))})
	}
	for _, v := range []struct{ why, hex string }{{"empty", ""}, {"KID cut", "80"}, {"counter cut", "09ff"}, {"KID 7 in a byte", "8007"},
		{"KID with a zero byte before", "9000ff"}, {"counter 0 in a byte", "0800"}, {"counter with a zero byte before", "09 00ff"}} {
		bad = append(bad, one{"why": v.why, "hex": strings.ReplaceAll(v.hex, " ", "")})
	}
	write("sframe-headers", object{"good": good, "bad": bad})
}

func envelope(kind byte, dependency uint32, kid, ctr uint64, rest int) []byte {
	out := binary.BigEndian.AppendUint32([]byte{kind}, dependency)
	return append(append(out, sframe(kid, ctr)...), pattern("sealed", rest)...)
}

func envelopes() {
	const epoch = uint64(1795426800)
	const inner = 8 + 64 + 16
	good, bad := []one{}, []one{}
	g := func(kind byte, dep uint32, track, ctr uint64, rest int) {
		e := envelope(kind, dep, epoch*16+track, ctr, rest)
		good = append(good, one{"kind": kind, "dependency": dep, "epoch": epoch, "track": track, "number": ctr, "hex": hex.EncodeToString(e)})
	}
	g(1, 0, 0, 0, inner)
	g(2, 0, 0, 1, inner+10)
	g(1, 30, 1, 30, inner+1)
	g(2, 30, 2, 4294967295, inner)
	g(3, 9, 3, 9, inner)
	g(4, 4294967295, 4, 4294967295, inner)
	g(1, 30, 5, 30, inner+1)
	g(4, 9, 6, 9, inner)
	b := func(why string, e []byte) { bad = append(bad, one{"why": why, "hex": hex.EncodeToString(e)}) }
	b("empty", nil)
	b("only a kind", []byte{1})
	b("kind 0", envelope(0, 0, epoch*16, 0, inner))
	b("kind 5", envelope(5, 0, epoch*16, 0, inner))
	b("track 7", envelope(1, 0, epoch*16+7, 0, inner))
	b("epoch 0", envelope(1, 0, 0, 0, inner))
	b("epoch 2^49", envelope(1, 0, 1<<53, 0, inner))
	b("number 2^32", envelope(2, 0, epoch*16, 1<<32, inner))
	b("a key frame that depends on another", envelope(1, 1, epoch*16, 2, inner))
	b("a delta frame that depends on itself", envelope(2, 2, epoch*16, 2, inner))
	b("a delta frame that depends on a later one", envelope(2, 3, epoch*16, 2, inner))
	b("sound on the main track", envelope(3, 0, epoch*16, 0, inner))
	b("a picture on the sound track", envelope(1, 0, epoch*16+3, 0, inner))
	b("a key frame on the still track", envelope(1, 0, epoch*16+4, 0, inner))
	b("a key frame on the glimpses' track", envelope(1, 0, epoch*16+6, 0, inner))
	b("a still on the low track", envelope(4, 0, epoch*16+5, 0, inner))
	b("one byte short of capture time, signature and tag", envelope(1, 0, epoch*16, 0, inner-1))
	long := append([]byte{1, 0, 0, 0, 0, 0x80 | 5<<4}, 0)
	b("a header that is not the shortest", append(append(long, binary.BigEndian.AppendUint64(nil, epoch*16)[3:]...), pattern("sealed", inner)...))
	write("envelopes", object{"good": good, "bad": bad})
}

func media() {
	cam := pattern("camera", 16)
	frame := envelope(1, 0, 1795426800*16, 0, 88)
	kid := binary.BigEndian.AppendUint64(nil, 1795426800*16)
	m := func(typ byte, parts ...[]byte) string {
		return hex.EncodeToString(append([]byte{typ}, bytes.Join(parts, nil)...))
	}
	u64 := func(v uint64) []byte { return binary.BigEndian.AppendUint64(nil, v) }
	u32 := func(v uint32) []byte { return binary.BigEndian.AppendUint32(nil, v) }
	c := b32.EncodeToString(cam)
	write("media-messages", object{
		"good": []one{
			{"type": "ticket", "ticket": hex.EncodeToString(pattern("ticket", 32)), "hex": m(0, pattern("ticket", 32))},
			{"type": "frame", "camera": c, "envelope": hex.EncodeToString(frame), "hex": m(1, cam, frame)},
			{"type": "acknowledgement", "frames": 300, "hex": m(2, u64(300))},
			{"type": "subscribe", "camera": c, "epoch": 1795426800, "track": 0, "first": 5, "hex": m(3, cam, kid, u32(5))},
			{"type": "unsubscribe", "camera": c, "track": 4, "hex": m(4, cam, []byte{4})},
			{"type": "carries", "bitsPerSecond": 512000, "hex": m(5, u32(512000))},
		},
		"bad": []one{
			{"why": "empty", "hex": ""},
			{"why": "type 6", "hex": m(6)},
			{"why": "carries cut", "hex": m(5, []byte{0, 7, 208})},
			{"why": "carries too much", "hex": m(5, u64(512000))},
			{"why": "ticket cut", "hex": m(0, pattern("ticket", 31))},
			{"why": "ticket too long", "hex": m(0, pattern("ticket", 33))},
			{"why": "frame without a frame", "hex": m(1, cam)},
			{"why": "acknowledgement of 2^63", "hex": m(2, u64(1<<63))},
			{"why": "subscription to track 7", "hex": m(3, cam, u64(1795426800*16+7), u32(0))},
			{"why": "subscription cut", "hex": m(3, cam, kid)},
			{"why": "unsubscription of track 7", "hex": m(4, cam, []byte{7})},
			{"why": "something behind", "hex": m(4, cam, []byte{4, 0})},
		},
	})
}

func control() {
	root, home, dev := key("root"), key("home"), key("device")
	hh := household(public(root))
	id := device(hh, public(dev))
	origin := "http://localhost:8080"
	nonce := b64u.EncodeToString(pattern("challenge", 32))
	h, d, inv := b32.EncodeToString(hh), b32.EncodeToString(id), b32.EncodeToString(pattern("invite", 16))
	cert := statement("home-certificate", certificate(7), root)
	list := statement("member-list", object{"household": h, "members": []object{}, "ruledMicros": ruled, "serial": 7, "version": 0}, home)
	card := statement("key-card", object{"device": d, "household": h, "sealed": b64u.EncodeToString(pattern("card", 80)), "serial": 7, "version": 1}, home)
	up := statement("open", object{"from": d, "sealed": b64u.EncodeToString(pattern("letter", 80)), "to": h}, dev)
	down := statement("opened", object{"from": h, "sealed": b64u.EncodeToString(pattern("letter", 80)), "to": d}, home)
	homeProof := statement("home-link", object{"household": h, "nonce": nonce, "origin": origin}, home)
	deviceProof := statement("device-link", object{"device": d, "household": h, "nonce": nonce, "origin": origin}, dev)
	ticket := b64u.EncodeToString(pattern("ticket", 32))
	admission := "hkjljmujisrsjfksgtz7hegqxm"
	msg := b64u.EncodeToString(pattern("message", 40))
	t := func(os ...object) []string {
		out := []string{}
		for _, o := range os {
			out = append(out, canonical(o))
		}
		return out
	}
	write("control-messages", object{
		"challenge": nonce, "origin": origin, "homeKey": hex.EncodeToString(public(home)), "deviceKey": hex.EncodeToString(public(dev)),
		"homeSays": t(object{"type": "home-hello", "certificate": cert, "proof": homeProof},
			object{"type": "admission", "code": admission}, object{"type": "members", "list": list},
			object{"type": "card", "card": card}, object{"type": "invite", "invite": inv, "seconds": 600}, object{"type": "uninvite", "invite": inv},
			object{"type": "enrolled", "answer": msg, "link": 3}, object{"type": "enrolled", "answer": "", "link": 3},
			object{"type": "letter", "device": d, "letter": down, "link": 0}, object{"type": "want-ticket"}),
		"homeHears": t(object{"type": "challenge", "nonce": nonce, "origin": origin}, object{"type": "home-welcome", "ticket": ticket},
			object{"type": "enrol", "invite": inv, "link": 3, "message": msg}, object{"type": "letter", "device": d, "letter": up, "link": 4},
			object{"type": "ticket", "ticket": ticket}, object{"type": "rival"},
			object{"type": "back-soon", "millis": 120}, object{"type": "bye", "reason": "not-admitted"}, object{"type": "bye", "reason": "suspended"}),
		"deviceSays": t(object{"type": "device-hello", "proof": deviceProof}, object{"type": "invite-hello", "household": h, "invite": inv},
			object{"type": "enrol", "message": msg}, object{"type": "letter", "letter": up}, object{"type": "want-ticket"}, object{"type": "knows"}),
		"deviceHears": t(object{"type": "challenge", "nonce": nonce, "origin": origin},
			object{"type": "device-welcome", "certificate": cert, "online": true, "ticket": ticket}, object{"type": "invite-welcome", "certificate": cert},
			object{"type": "enrolled", "answer": msg}, object{"type": "letter", "letter": down}, object{"type": "card", "card": card},
			object{"type": "certificate", "certificate": cert}, object{"type": "online", "online": false}, object{"type": "ticket", "ticket": ticket},
			object{"type": "known", "addresses": 2, "cachedBytes": 1 << 20, "carriedBytes": 70 << 20, "devices": 3, "links": 7, "sinceMicros": int64(1795765200000000)},
			object{"type": "back-soon", "millis": 120}, object{"type": "bye", "reason": "home-unknown"}, object{"type": "bye", "reason": "suspended"}),
		"bad": []string{``, `{}`, `[]`, `{"type":"else"}`, `{"type":1}`, `{"more":1,"type":"want-ticket"}`, `{"type":"bye","reason":"x"}`,
			`{"reason":"else","type":"bye"}`, `{"nonce":"AA","origin":"http://localhost:8080","type":"challenge"}`,
			canonical(object{"type": "challenge", "nonce": nonce, "origin": "http://localhost:8080/"}),
			canonical(object{"type": "challenge", "nonce": nonce, "origin": "http://localhost:80"}),
			canonical(object{"type": "challenge", "nonce": nonce, "origin": "http://LOCALHOST"}),
			canonical(object{"type": "challenge", "nonce": nonce, "origin": "javascript:alert(1)"}),
			canonical(object{"type": "letter", "letter": cert}), canonical(object{"type": "card", "card": list}),
			`{"online":"yes","type":"online"}`, `{"millis":-1,"type":"back-soon"}`, `{"type":"back-soon"}`,
			canonical(object{"type": "admission", "code": admission[:25]}), canonical(object{"type": "admission", "code": admission[:25] + "n"}),
			`{"addresses":2,"cachedBytes":1,"carriedBytes":1,"devices":3,"links":7,"type":"known"}`, `{"links":7,"type":"knows"}`,
			canonical(object{"type": "letter", "letter": statement("member-list", object{"from": h, "sealed": "", "to": d}, home)}),
			canonical(object{"type": "letter", "letter": statement("done", object{"from": h, "to": d}, home)}),
			canonical(object{"type": "card", "card": statement("key-card", object{"household": h, "serial": 7, "version": 1}, home)})},
	})
}

func origins() {
	label := strings.Repeat("a", 63)
	longest := "https://" + strings.Repeat(label+".", 3) + strings.Repeat("a", 247-3*64)
	bad := func(why, text string) one { return one{"why": why, "text": text} }
	write("origins", object{
		"good": []string{"http://localhost:8080", "https://relay.example", "https://192.0.2.10:8443", "http://[2001:db8::1]:8080", "http://[::]", "http://[::1]",
			"http://[1::]", "http://[1:0:0:2::3]", "http://[1:0:2:3:4:5:6:7]", "http://[::ffff:102:304]", "http://0.0.0.0", "http://255.255.255.255:65535",
			"https://a-b.1c.example:8443", "http://a--b", "https://a:80", "http://a:443", longest},
		"bad": []one{
			bad("empty", ""), bad("null", "null"), bad("no scheme", "localhost"), bad("no host", "http://"), bad("a path", "http://localhost/"),
			bad("a query", "http://a?b"), bad("a fragment", "http://a#b"), bad("a user", "http://user@localhost"), bad("another scheme", "ws://localhost"),
			bad("upper case in the scheme", "HTTP://localhost"), bad("upper case in the host", "http://A"), bad("the port of http", "http://localhost:80"),
			bad("the port of https", "https://a:443"), bad("port 0", "http://localhost:0"), bad("port 65536", "http://localhost:65536"),
			bad("a port with a zero before", "http://localhost:08080"), bad("a port without digits", "http://localhost:"),
			bad("a hyphen first", "http://-a"), bad("a hyphen last", "http://a-"), bad("a hyphen last in a label", "http://a-.b"), bad("a dot first", "http://.a"),
			bad("a dot last", "http://a."), bad("an empty label", "http://a..b"), bad("an underscore", "http://a_b"), bad("a tilde", "http://a~b"),
			bad("a percent sign", "http://a%62"), bad("not ASCII", "http://\u00e4"), bad("a space", "http://a b"), bad("a line end", "http://a\n"),
			bad("three numbers", "http://1.2.3"), bad("three numbers and two dots", "http://192.0.2.."), bad("five numbers", "http://1.2.3.4.5"), bad("a number above 255", "http://1.2.3.256"),
			bad("a number with a zero before", "http://1.2.3.04"), bad("one number", "http://16909060"), bad("hexadecimal", "http://0x7f.0.0.1"),
			bad("a name that ends in a number", "http://a.1"), bad("a name that ends in a hexadecimal number", "http://a.0x"),
			bad("a name whose last label begins with a digit", "http://1a"),
			bad("IPv6 with zeros written out", "http://[0:0:0:0:0:0:0:1]"), bad("IPv6 with a zero before", "http://[2001:0db8::1]"),
			bad("IPv6 with one piece left out", "http://[1::2:3:4:5:6:7]"), bad("IPv6 with the shorter run left out", "http://[1::2:0:0:0:3]"),
			bad("IPv6 with the later run left out", "http://[1:0:0:2::3:4]"), bad("IPv6 with two runs left out", "http://[1::2::3]"),
			bad("IPv6 of nine pieces", "http://[1:2:3:4:5:6:7:8:9]"), bad("IPv6 of seven pieces", "http://[1:2:3:4:5:6:7]"), bad("IPv6 of three colons", "http://[:::]"),
			bad("IPv6 with an IPv4 part", "http://[::ffff:1.2.3.4]"), bad("IPv6 with a zone", "http://[fe80::1%25eth0]"), bad("IPv6 not closed", "http://[::1"),
			bad("IPv6 without brackets", "http://::1"), bad("nothing in brackets", "http://[]"), bad("256 characters", longest+"a"),
		},
	})
}
