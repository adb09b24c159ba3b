"""A camera that is not ours: GStreamer's RTSP server with a test picture, for tests.

Usage: gstreamer_camera.py [--address IP] [--user NAME --password WORD [--digest]] [--no-sprop] [--size WxH] [--bitrate BITS]
Prints "ready PORT" once it listens. Ends when its standard input does.
"""

import argparse
import sys
import threading

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--user")
    parser.add_argument("--password")
    parser.add_argument("--digest", action="store_true")
    parser.add_argument("--no-sprop", action="store_true")
    parser.add_argument("--size", default="320x240")
    parser.add_argument("--bitrate", default="400000")
    parser.add_argument("--mtu", default="1400")
    return parser.parse_args()


def pipeline(options):
    width, height = options.size.split("x")
    # Parameter sets in band with every key frame, or only in the description.
    interval = -1 if options.no_sprop else 0
    return (
        f"( videotestsrc is-live=true pattern=ball ! video/x-raw,width={width},height={height},framerate=25/1"
        f" ! openh264enc bitrate={options.bitrate} gop-size=25 ! video/x-h264,profile=baseline ! h264parse"
        f" ! rtph264pay name=pay0 pt=96 mtu={options.mtu} config-interval={interval} )"
    )


def guard(server, factory, options):
    auth = GstRtspServer.RTSPAuth()
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "user")
    if options.digest:
        auth.set_supported_methods(GstRtsp.RTSPAuthMethod.DIGEST)
        auth.add_digest(options.user, options.password, token)
    else:
        basic = GstRtspServer.RTSPAuth.make_basic(options.user, options.password)
        auth.add_basic(basic, token)
    server.set_auth(auth)
    structure = Gst.Structure.new_from_string(
        "user,media.factory.access=(boolean)true,media.factory.construct=(boolean)true"
    )
    permissions = GstRtspServer.RTSPPermissions()
    permissions.add_role_from_structure(structure)
    factory.set_permissions(permissions)


def main():
    options = arguments()
    Gst.init(None)
    server = GstRtspServer.RTSPServer()
    server.set_address(options.address)
    server.set_service("0")
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(pipeline(options))
    factory.set_shared(True)
    if options.user:
        guard(server, factory, options)
    server.get_mount_points().add_factory("/camera", factory)
    loop = GLib.MainLoop()
    if server.attach(None) == 0:
        sys.exit("cannot listen")
    print("ready", server.get_bound_port(), flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), loop.quit()), daemon=True).start()
    loop.run()


main()
