"""A client that is not ours: GStreamer's, for tests.

Usage: gstreamer_viewer.py URL WHAT COUNT [NAME WORD]
Prints "saw COUNT" once it has decoded that many pictures, or pieces of sound, or the error.
"""

import sys

import gi

gi.require_version("Gst", "1.0")
from gi.repository import Gst  # noqa: E402

DECODERS = {
    "h264": ("video", "rtph264depay ! h264parse ! openh264dec"),
    "h265": ("video", "rtph265depay ! h265parse ! libde265dec"),
    "jpeg": ("video", "rtpjpegdepay ! jpegdec"),
    "aac": ("audio", "rtpmp4gdepay ! aacparse ! faad"),
    "pcmu": ("audio", "rtppcmudepay ! mulawdec"),
    "pcma": ("audio", "rtppcmadepay ! alawdec"),
    "opus": ("audio", "rtpopusdepay ! opusdec"),
}

Gst.init(None)
url, what, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
media, decoder = DECODERS[what]
pipeline = Gst.parse_launch(
    f"rtspsrc name=source protocols=tcp ! application/x-rtp,media={media} ! {decoder}"
    f" ! fakesink sync=false num-buffers={count}"
)
source = pipeline.get_by_name("source")
source.set_property("location", url)
# What is not looked at is not asked for: its first packet could come before the pad of what is, and end all.
source.connect("select-stream", lambda _, number, caps: caps.get_structure(0).get_string("media") == media)
if len(sys.argv) > 4:
    source.set_property("user-id", sys.argv[4])
    source.set_property("user-pw", sys.argv[5])
pipeline.set_state(Gst.State.PLAYING)
message = pipeline.get_bus().timed_pop_filtered(
    15 * Gst.SECOND, Gst.MessageType.EOS | Gst.MessageType.ERROR
)
if message is not None and message.type == Gst.MessageType.EOS:
    print("saw", count, flush=True)
else:
    print("error", message and message.parse_error(), flush=True)
pipeline.set_state(Gst.State.NULL)
