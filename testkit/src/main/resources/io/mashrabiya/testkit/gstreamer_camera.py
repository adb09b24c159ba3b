"""An RTSP server that is not ours, for tests: GStreamer's, with one stream at /camera.

Prints `READY rtsp://127.0.0.1:PORT/camera` once it listens, and ends when its standard input ends.
"""

import argparse
import array
import math
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

DRAWN = "videotestsrc is-live=true pattern=ball ! video/x-raw,width=640,height=360,framerate={rate}/1,format={colours}"
PUSHED = (
    "appsrc name=pictures is-live=true format=time do-timestamp=false"
    " caps=video/x-h264,stream-format=byte-stream,alignment=au,framerate={rate}/1"
)
ENCODERS = {
    "h264": "openh264enc gop-size={key_interval}",
    # With B-frames and open groups, as its defaults are.
    "h265": "x265enc speed-preset=ultrafast key-int-max={key_interval} bitrate=500",
    "jpeg": "jpegenc quality=70",
}
# config-interval -1: parameter sets before each key frame; 0: in the description alone.
PAYLOADERS = {
    "h264": "h264parse ! rtph264pay config-interval={config_interval}",
    "h265": "h265parse ! rtph265pay config-interval={config_interval}",
    "jpeg": "rtpjpegpay",
}
# Sound is pushed too: with audiotestsrc a second client is told that the service is unavailable.
SOUND = (
    "appsrc name=sound is-live=true format=time do-timestamp=false"
    " caps=audio/x-raw,format=S16LE,layout=interleaved,channels=1,rate={rate}"
)
SOUNDS = {
    "aac": (16000, "voaacenc bitrate=32000 ! aacparse ! rtpmp4gpay pt=97"),
    "latm": (16000, "voaacenc bitrate=32000 ! aacparse ! rtpmp4apay pt=97"),
    "pcmu": (8000, "mulawenc ! rtppcmupay pt=0"),
    "pcma": (8000, "alawenc ! rtppcmapay pt=8"),
    "opus": (48000, "opusenc ! rtpopuspay pt=97"),
}
# G.726 is pushed encoded, because its encoder is in no package that else is needed: 32 kbit/s, the first sample in the
# highest bits, which is how AAL2 has it; RFC 3551 turns each byte round.
ENCODED = (
    "appsrc name=sound is-live=true format=time do-timestamp=false"
    " caps=audio/x-adpcm,layout=g726,channels=1,rate=8000,bitrate=32000"
)
ENCODED_SOUNDS = {
    "g726": "rtpg726pay force-aal2=false pt=97",
    "g726-aal2": "rtpg726pay force-aal2=true pt=97",
}
ENCODED_BYTES_A_SECOND = 4000
CHUNKS_A_SECOND = 50


def access_units(stream):
    """Cuts an Annex B byte stream into access units (H.264, 7.4.1.2.3, as far as plain encoders go)."""
    units, start, has_slice = [], 0, False
    at = stream.find(b"\x00\x00\x01")
    while at >= 0:
        kind = stream[at + 3] & 31
        first_slice = kind in (1, 5) and stream[at + 4] & 0x80
        if has_slice and (kind in (6, 7, 8, 9) or first_slice):
            cut = at - 1 if stream[at - 1] == 0 else at
            units.append(stream[start:cut])
            start, has_slice = cut, False
        has_slice = has_slice or kind in (1, 5)
        at = stream.find(b"\x00\x00\x01", at + 3)
    units.append(stream[start:])
    return units


class Pusher:
    """Feeds one client's media from a file, again and again, with times that never start over."""

    def __init__(self, units, rate):
        self.units, self.interval, self.pushed = units, Gst.SECOND // rate, 0

    def need_data(self, source, _length):
        buffer = Gst.Buffer.new_wrapped(self.units[self.pushed % len(self.units)])
        buffer.pts = buffer.dts = self.pushed * self.interval
        buffer.duration = self.interval
        self.pushed += 1
        source.emit("push-buffer", buffer)


class Tone:
    """Feeds one client's media with a tone of 440 Hz, for ever, with times that never start over."""

    def __init__(self, rate):
        self.rate, self.samples, self.pushed = rate, rate // CHUNKS_A_SECOND, 0

    def need_data(self, source, _length):
        first = self.pushed * self.samples
        wave = (8000 * math.sin(2 * math.pi * 440 * (first + i) / self.rate) for i in range(self.samples))
        buffer = Gst.Buffer.new_wrapped(array.array("h", map(int, wave)).tobytes())
        buffer.pts = buffer.dts = self.pushed * Gst.SECOND // CHUNKS_A_SECOND
        buffer.duration = Gst.SECOND // CHUNKS_A_SECOND
        self.pushed += 1
        source.emit("push-buffer", buffer)


def launch_line(given):
    """The pipeline of the media, as gst-launch would have it."""
    values = {
        "rate": given.rate,
        "key_interval": given.key_interval,
        "config_interval": -1 if given.in_band else 0,
        "colours": given.colours,
    }
    source = PUSHED if given.file else " ! ".join((DRAWN, ENCODERS[given.pictures]))
    number = 26 if given.pictures == "jpeg" else 96
    pictures = f"{source} ! {PAYLOADERS[given.pictures]} name=pay0 pt={number} mtu={given.mtu}"
    parts = [pictures.format(**values)]
    if given.sound in ENCODED_SOUNDS:
        parts.append(f"{ENCODED} ! {ENCODED_SOUNDS[given.sound]} name=pay1")
    elif given.sound:
        rate, way = SOUNDS[given.sound]
        parts.append(f"{SOUND.format(rate=rate)} ! {way} name=pay1")
    return f"( {' '.join(parts)} )"


def sound_source(given):
    if given.sound in SOUNDS:
        return Tone(SOUNDS[given.sound][0])
    size = ENCODED_BYTES_A_SECOND // CHUNKS_A_SECOND
    with open(given.sound_file, "rb") as file:
        encoded = file.read()
    whole = len(encoded) - len(encoded) % size
    return Pusher([encoded[at : at + size] for at in range(0, whole, size)], CHUNKS_A_SECOND)


def protect(server, factory, scheme, user, password):
    auth = GstRtspServer.RTSPAuth()
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    if scheme == "digest":
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(user, password, token)
    else:
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.BASIC)
        auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
    server.set_auth(auth)
    permissions = GstRtspServer.RTSPPermissions()
    for permission in ("media.factory.access", "media.factory.construct"):
        permissions.add_permission_for_role("viewer", permission, True)
    factory.set_permissions(permissions)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--file", help="H.264 in Annex B; without it a moving ball is drawn")
    options.add_argument("--pictures", choices=sorted(ENCODERS), default="h264")
    options.add_argument("--colours", choices=["I420", "Y42B"], default="I420")
    options.add_argument("--sound", choices=sorted(SOUNDS | ENCODED_SOUNDS), help="a tone; without it there is none")
    options.add_argument("--sound-file", help="the tone, for what is pushed encoded")
    options.add_argument("--rate", type=int, default=15)
    options.add_argument("--key-interval", type=int, default=30)
    options.add_argument("--mtu", type=int, default=1400)
    options.add_argument("--in-band", action="store_true", help="parameter sets before each key frame")
    options.add_argument("--auth", choices=["none", "basic", "digest"], default="none")
    options.add_argument("--user", default="")
    given = options.parse_args()
    password = sys.stdin.readline().rstrip("\n")

    Gst.init(None)
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(launch_line(given))
    factory.set_shared(True)
    units = []
    if given.file:
        with open(given.file, "rb") as file:
            units = access_units(file.read())

    def configure(_factory, media):
        element = media.get_element()
        if given.file:
            element.get_by_name_recurse_up("pictures").connect(
                "need-data", Pusher(units, given.rate).need_data
            )
        if given.sound:
            element.get_by_name_recurse_up("sound").connect("need-data", sound_source(given).need_data)

    factory.connect("media-configure", configure)

    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service("0")
    if given.auth != "none":
        protect(server, factory, given.auth, given.user, password)
    server.get_mount_points().add_factory("/camera", factory)
    server.attach(None)
    print(f"READY rtsp://127.0.0.1:{server.get_bound_port()}/camera", flush=True)

    loop = GLib.MainLoop()

    def end_with_input():
        sys.stdin.read()
        loop.quit()

    threading.Thread(target=end_with_input, daemon=True).start()
    loop.run()


main()
