# Sourced by ./dev: what the tests need beside a JDK and Maven, and how to get it. Each need has a name, a question that
# finds out whether it is met, the packages that meet it on Debian and Ubuntu, and for some a line that meets the rest.

NEEDS='chromium certutil gstreamer ffprobe node onvif-client onvif-server namespace'

has_need() {
  case $1 in
    chromium) command -v chromium || command -v chromium-browser || command -v google-chrome ;;
    gstreamer) /usr/bin/python3 - <<'END' ;;
import sys
import gi
gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import Gst, GstRtspServer
Gst.init(None)
wanted = (
    "openh264enc h264parse rtph264pay x265enc h265parse rtph265pay libde265dec jpegenc rtpjpegpay"
    " appsrc videotestsrc rtspsrc voaacenc rtpmp4gpay rtpmp4apay faad opusenc rtpopuspay mulawenc"
).split()
sys.exit(any(Gst.ElementFactory.find(name) is None for name in wanted))
END
    certutil) command -v certutil ;;
    ffprobe) command -v ffprobe ;;
    node) command -v node && command -v npm ;;
    onvif-client) has_need node && [ -f testkit/peers/node_modules/.package-lock.json ] ;;
    namespace) command -v ip && command -v unshare ;;
    onvif-server) command -v python3 && [ -d testkit/target/peers/ipycam ] ;;
  esac >/dev/null 2>&1
}

describe_need() {
  case $1 in
    chromium) echo 'Chromium, in which the viewer is tested' ;;
    gstreamer) echo "GStreamer's RTSP server, the independent camera of the tests" ;;
    certutil) echo "certutil, which installs an authority into Chromium's store" ;;
    ffprobe) echo 'ffprobe, the independent judge of our streams' ;;
    node) echo "Node with npm, for the type check of the viewer's TypeScript" ;;
    onvif-client) echo "The ONVIF client of npm, to which our virtual device is shown" ;;
    namespace) echo 'The programs ip and unshare, for networks of their own in which tests look for cameras and sit behind bad lines' ;;
    onvif-server) echo "The ONVIF server of PyPI, at which our client looks" ;;
  esac
}

packages_of() {
  case $1 in
    chromium) echo 'chromium' ;;
    gstreamer)
      echo 'python3-gi gir1.2-gst-rtsp-server-1.0 gstreamer1.0-plugins-base gstreamer1.0-plugins-good' \
        'gstreamer1.0-plugins-bad'
      ;;
    certutil) echo 'libnss3-tools' ;;
    ffprobe) echo 'ffmpeg' ;;
    node) echo 'nodejs npm' ;;
    onvif-client) has_need node || echo 'nodejs npm' ;;
    namespace) echo 'iproute2 util-linux' ;;
    onvif-server) python3 -m pip --version >/dev/null 2>&1 || echo 'python3 python3-pip' ;;
  esac
}

# What comes from elsewhere than Debian, pinned in testkit/peers with the hashes of what it must be.
rest_of() {
  case $1 in
    onvif-client) echo 'npm ci --prefix testkit/peers --no-progress --loglevel=error' ;;
    onvif-server)
      echo 'python3 -m pip install --quiet --no-deps --require-hashes --target testkit/target/peers' \
        '--requirement testkit/peers/requirements.txt'
      ;;
  esac
}

install_line() {
  local need='' packages='' line=''
  for need in "$@"; do
    packages="$packages $(packages_of "$need")"
  done
  [ -z "${packages// /}" ] || line="sudo apt-get install -y $(echo $packages)"
  for need in "$@"; do
    [ -z "$(rest_of "$need")" ] || line="${line:+$line && }$(rest_of "$need")"
  done
  echo "$line"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    DEBIAN_FRONTEND=noninteractive "$@"
  else
    sudo -n DEBIAN_FRONTEND=noninteractive "$@"
  fi
}

install_needs() {
  local need='' packages='' status=0
  for need in "$@"; do
    packages="$packages $(packages_of "$need")"
  done
  mkdir -p target
  # shellcheck disable=SC2086 # one word a package
  if [ -n "${packages// /}" ] && ! {
    as_root apt-get update -q &&
      as_root apt-get install -q -y --no-install-recommends $packages
  } >target/install.log 2>&1 </dev/null; then
    tail -n 15 target/install.log
    return 1
  fi
  for need in "$@"; do
    # shellcheck disable=SC2046 # several words on purpose
    if [ -n "$(rest_of "$need")" ] && ! $(rest_of "$need") >target/install.log 2>&1 </dev/null; then
      tail -n 15 target/install.log
      status=1
    fi
  done
  return "$status"
}

# Says what is missing; installs it when CI=true, or when the person at the terminal agrees. What stays missing is left
# to the tests, which skip themselves for its lack, or fail with CI=true.
ensure_needs() {
  local need='' missing='' answer=''
  for need in $NEEDS; do
    has_need "$need" || missing="$missing $need"
  done
  [ -n "$missing" ] || return 0
  echo 'Missing on this machine:'
  for need in $missing; do
    echo "  $(describe_need "$need")"
  done
  # shellcheck disable=SC2086 # one word a need
  echo "  $(install_line $missing)"
  if ! command -v apt-get >/dev/null 2>&1; then
    echo 'This machine has no apt-get: install the same with its own package manager.'
    return 0
  fi
  if [ "${CI:-}" = true ]; then
    echo 'Installing (CI=true) ...'
  elif [ -t 0 ] && [ -t 1 ]; then
    printf 'Install them now? [y/N] '
    read -r answer
    case $answer in y | Y | yes) ;; *) return 0 ;; esac
  else
    echo 'Not a terminal, so nothing is installed; tests that need these are skipped.'
    return 0
  fi
  # shellcheck disable=SC2086
  install_needs $missing || echo 'Installing failed; see target/install.log.'
}
