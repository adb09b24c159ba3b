#!/usr/bin/env bash
# Bundles the viewer with esbuild; Maven calls it (pom.xml).
#   bundle.sh main  ESBUILD OUT   the app, minified, with its static files, into OUT
#   bundle.sh tests ESBUILD OUT   every *.test.ts, the worker that does not care (careless/house/worker.ts), the judges of inputs
#                                 (differ/judges.ts) and the player of traces (replay/player.ts), into OUT
# Packages are the ones that Maven unpacked, pinned by the root pom, and never those of npm's node_modules, which are
# there for the type check only. The same inputs give the same bytes.
set -eu
cd "$(dirname "$0")"
what=$1 esbuild=$2 out=$3
if [ ! -f "$esbuild" ]; then
  echo "[ERROR] Maven Central has no esbuild for this platform: give Maven -Desbuild.exe=/path/to/esbuild" >&2
  exit 69
fi
[ -x "$esbuild" ] || chmod +x "$esbuild"
rm -rf "$out"
mkdir -p "$out"

common="--bundle --format=esm --target=chrome120,firefox130,safari17 --log-level=warning --alias:lit=./target/node_modules/lit"

# What the service worker keeps: each file of the bundle with the SHA-256 of its bytes, and a version made of all these.
# index.html carries the version, and so is not part of it. The relay's headers are: a browser keeps them with the page.
shelve() {
  local hash='' files='' version='' path=''
  hash='sha256sum'
  command -v sha256sum >/dev/null || hash='shasum -a 256'
  files=$(cd "$out" && find . -type f ! -name '*.txt' ! -name index.html | sed 's,^\./,,' | LC_ALL=C sort |
    while read -r path; do printf '"/%s":"%s",' "$path" "$($hash "$path" | cut -c 1-64)"; done)
  version=$(printf '%s' "$files" | cat - "$out/index.html" src/main/ts/offline/*.ts \
    ../relay/src/main/java/io/mashrabiya/relay/site/Fence.java | $hash | cut -c 1-16)
  sed "s/{bundle}/$version/" src/main/static/index.html >"$out/index.html"
  files="$files\"/\":\"$($hash "$out/index.html" | cut -c 1-64)\""
  # shellcheck disable=SC2086 # several options on purpose
  "$esbuild" src/main/ts/offline/serviceWorker.ts $common --minify --define:BUNDLE="{\"version\":\"$version\",\"files\":{$files}}" \
    --outfile="$out/sw.js"
}

case $what in
  main)
    # Entries keep their path under src/main/ts: main.js, house/worker.js and sound/worklet.js. early.js is no module. sw.js is at the
    # root, which is what it answers for.
    # shellcheck disable=SC2086 # several options on purpose
    "$esbuild" src/main/ts/early.ts $common --format=iife --minify --outdir="$out"
    # shellcheck disable=SC2086
    "$esbuild" src/main/ts/main.ts src/main/ts/house/worker.ts src/main/ts/sound/worklet.ts $common --minify --legal-comments=external \
      --external:./fonts/* --outbase=src/main/ts --outdir="$out"
    cp -R src/main/static/. "$out"
    shelve
    bytes=$(cat "$out"/*.js "$out"/*/*.js "$out"/*.css | wc -c)
    zipped=$(cat "$out"/*.js "$out"/*/*.js "$out"/*.css | gzip -9 | wc -c)
    echo "[INFO] viewer bundle: $((bytes)) bytes of script and style, $((zipped)) gzipped"
    ;;
  tests)
    # shellcheck disable=SC2046,SC2086
    "$esbuild" $(find src/test/ts -name '*.test.ts' | sort) src/test/ts/careless/house/worker.ts \
      src/test/ts/differ/judges.ts src/test/ts/replay/player.ts $common --sourcemap=inline --outbase=src/test/ts --outdir="$out"
    ;;
esac
