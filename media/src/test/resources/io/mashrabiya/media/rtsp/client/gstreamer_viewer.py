"""A client that is not ours: GStreamer's, for tests.

Usage: gstreamer_viewer.py URL COUNT [NAME WORD]
Prints "saw COUNT" once it has that many pictures, or the error.
"""

import sys

import gi

gi.require_version("Gst", "1.0")
from gi.repository import Gst  # noqa: E402

Gst.init(None)
url, count = sys.argv[1], int(sys.argv[2])
pipeline = Gst.parse_launch(
    f"rtspsrc name=source protocols=tcp ! rtph264depay ! h264parse ! fakesink sync=false num-buffers={count}"
)
source = pipeline.get_by_name("source")
source.set_property("location", url)
if len(sys.argv) > 3:
    source.set_property("user-id", sys.argv[3])
    source.set_property("user-pw", sys.argv[4])
pipeline.set_state(Gst.State.PLAYING)
message = pipeline.get_bus().timed_pop_filtered(
    15 * Gst.SECOND, Gst.MessageType.EOS | Gst.MessageType.ERROR
)
if message is not None and message.type == Gst.MessageType.EOS:
    print("saw", count, flush=True)
else:
    print("error", message and message.parse_error(), flush=True)
pipeline.set_state(Gst.State.NULL)
