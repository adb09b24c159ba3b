"""Another's ONVIF server for our client to look at: ipycam, without its pictures.

Arguments: the folder it is installed in, user, password. Says its ports on one line; ends when its standard input does.
What it is told to do with its head is said on standard output, too.
"""

import http.server
import sys
import threading
import types


class Nothing(types.ModuleType):
    """Stands for a library that only pictures need."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Nothing(name)


folder, user, password = sys.argv[1:]
for absent in ("cv2", "numpy"):
    sys.modules[absent] = Nothing(absent)
sys.path.insert(0, folder)
import ipycam  # noqa: E402


class Moves:
    """Stands for the controller of the picture's section."""

    def continuous_move(self, pan, tilt, zoom):
        print(f"turn {pan} {tilt} {zoom}", flush=True)

    def stop_movement(self, pan_tilt, zoom):
        print(f"stop {pan_tilt} {zoom}", flush=True)

    def goto_preset(self, token):
        print(f"go to {token}", flush=True)

    def get_presets(self):
        preset = types.SimpleNamespace(token="7", name="Crib & window", pan=0, tilt=0, zoom=0)
        return {preset.token: preset}


class Handler(ipycam.IPCameraHTTPHandler):
    protocol_version = "HTTP/1.1"


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
config = ipycam.CameraConfig(
    name="Another door", local_ip="127.0.0.1", onvif_port=server.server_port, username=user, password=password
)
service = ipycam.ONVIFService(config, Moves())
Handler.camera = types.SimpleNamespace(config=config, onvif=service)
ipycam.WSDiscoveryServer.MULTICAST_PORT = 0
probes = ipycam.WSDiscoveryServer(service)
probes._send_announcement = lambda action: None  # tests disturb nobody else's network
probes.start()
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, probes.sock.getsockname()[1], flush=True)
sys.stdin.read()
