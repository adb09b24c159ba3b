#!/usr/bin/env bash
# Builds a folder that runs Mashrabiya without a JDK: a Java runtime with only the modules that are needed, the jars, and
# bin/mashrabiya. For a container or /opt.
#   ops/runtime.sh FOLDER            all of it
#   ops/runtime.sh --relay FOLDER    without FFmpeg, which a relay does not need
# A second folder names jars that are built already.
set -u

flavour=all
[ "${1:-}" = --relay ] && flavour=relay && shift
out=${1:-}
jars=${2:-}
if [ -z "$out" ] || [ $# -gt 2 ]; then
  sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
  exit 64
fi
if [ -e "$out" ] && [ -n "$(ls -A "$out" 2>/dev/null)" ]; then
  echo "$out is there and not empty: name a new folder" >&2
  exit 64
fi
here=$(cd "$(dirname "$0")/.." && pwd -P) || exit 1
. "$here/scripts/jdk.sh"
find_jdk

if [ -z "$jars" ]; then
  # ./mashrabiya knows how to build, and whether anything is to be built.
  "$here/mashrabiya" --version >&2 || exit 70
  jars=$here/app/target/mashrabiya/lib
fi
mkdir -p "$out/lib" "$out/bin" || exit 1
out=$(cd "$out" && pwd -P)
cp "$jars"/*.jar "$out/lib/" || exit 1
if [ "$flavour" = relay ]; then
  rm -f "$out"/lib/ffmpeg-* "$out"/lib/javacpp-*
fi

if [ "$flavour" = relay ]; then
  # By name: the jars also name desktop, SQL and compiler, in parts of theirs that a relay never comes to.
  modules=java.base,java.logging,java.naming,java.net.http,java.management,jdk.management,jdk.unsupported
else
  # Those that the jars name; what they name and is not there (optional parts of Netty and Vert.x) is left out. Nobody names the
  # alphabets of cameras.
  modules=$("$JAVA_HOME/bin/jdeps" --ignore-missing-deps --multi-release 25 --print-module-deps "$out"/lib/*.jar) || exit 70
  modules=$modules,jdk.charsets
fi
"$JAVA_HOME/bin/jlink" --add-modules "$modules" --output "$out/runtime" \
  --strip-debug --no-header-files --no-man-pages --compress zip-6 --generate-cds-archive || exit 70

cat >"$out/bin/mashrabiya" <<'END'
#!/bin/sh
# Mashrabiya, with the Java runtime beside it.
here=$(dirname "$(readlink -f "$0")")/..
options='-XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Dorg.bytedeco.javacpp.maxPhysicalBytes=0'
[ -z "${CACHE_DIRECTORY:-}" ] || options="$options -Dorg.bytedeco.javacpp.cachedir=$CACHE_DIRECTORY/javacpp"
# shellcheck disable=SC2086 # several words on purpose
exec "$here/runtime/bin/java" $options ${MASHRABIYA_JAVA_OPTIONS:-} -cp "$here/lib/*" io.mashrabiya.app.Mashrabiya "$@"
END
chmod 755 "$out/bin/mashrabiya"
echo "$out: $(du -sm "$out" | cut -f1) MB, of them the Java runtime $(du -sm "$out/runtime" | cut -f1) MB ($modules)"
