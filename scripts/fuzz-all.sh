# Sourced by ./dev after scripts/fuzz.sh: shares some minutes among all fuzz targets and the comparison of Java with
# TypeScript, two at a time, and sums up what came of it.

FUZZ_MINUTES=30
FUZZ_LANES=${MASHRABIYA_FUZZ_LANES:-2}
FUZZ_START_SECONDS=5  # what a JVM takes until the first input
FUZZ_LEAST_SECONDS=5  # less finds nothing
FUZZ_DIFFERENTIAL=4   # it has so many formats that it gets the time of so many targets

fuzz_all() {
  local minutes=$FUZZ_MINUTES modules='' started=$SECONDS lane='' lanes=''
  if [ $# -gt 0 ]; then
    [ $# -eq 2 ] && [ "$1" = --minutes ] && minutes=$2
    case $minutes in *[!0-9]* | '' | 0) minutes='' ;; esac
    if [ -z "$minutes" ] || [ $# -ne 2 ] || [ "$1" != --minutes ]; then
      echo 'It is `./dev fuzz all [--minutes M]`, with a whole number of minutes.' >&2
      exit 64
    fi
  fi
  find_jdk
  need_maven
  fuzz_sum=$here/target/fuzz-all
  rm -rf "$fuzz_sum"
  mkdir -p "$fuzz_sum/taken"
  { has_need chromium && echo differential; fuzz_targets; } >"$fuzz_sum/targets"
  modules=$(sed -n 's,/.*,,p' "$fuzz_sum/targets" | sort -u | tr '\n' ',')
  fuzz_build "${modules}proof"
  fuzz_share "$minutes"
  trap 'fuzz_stop $lanes; exit 130' INT TERM
  for lane in $(seq "$FUZZ_LANES"); do
    fuzz_lane &
    lanes="$lanes $!"
  done
  # shellcheck disable=SC2086 # one word a lane
  wait $lanes
  trap - INT TERM
  fuzz_table "$((SECONDS - started))"
}

# How many seconds each gets of so many minutes: sets fuzz_seconds.
fuzz_share() {
  local count=0 shares=0
  count=$(wc -l <"$fuzz_sum/targets")
  shares=$count
  grep -q '^differential$' "$fuzz_sum/targets" && shares=$((count + FUZZ_DIFFERENTIAL - 1))
  fuzz_seconds=$(($1 * 60 * FUZZ_LANES / shares - FUZZ_START_SECONDS))
  [ "$fuzz_seconds" -ge "$FUZZ_LEAST_SECONDS" ] || fuzz_seconds=$FUZZ_LEAST_SECONDS
  echo "$((count)) targets, $FUZZ_LANES at a time, $fuzz_seconds s each: about $(((fuzz_seconds + FUZZ_START_SECONDS) * shares / FUZZ_LANES / 60 + 1)) minutes"
  [ "$shares" -gt "$count" ] || echo 'without the comparison of Java with TypeScript, for want of Chromium'
}

# Ends processes and what they began: Ctrl-C does not reach what runs in the background.
fuzz_stop() {
  local process=''
  for process in "$@"; do
    # shellcheck disable=SC2046 # one word a process
    fuzz_stop $(pgrep -P "$process")
    kill "$process" 2>/dev/null
  done
}

# Takes one target after the other, each of which one lane gets, because only one can make its folder.
fuzz_lane() {
  local file='' method='' number=0
  while read -r file method; do
    number=$((number + 1))
    mkdir "$fuzz_sum/taken/$number" 2>/dev/null || continue
    if [ "$file" = differential ]; then
      fuzz_differential "$((fuzz_seconds * FUZZ_DIFFERENTIAL))"
    else
      fuzz_a_while "$file" "$method"
    fi
  done <"$fuzz_sum/targets"
}

# Feeds one target for its share of the time, and keeps a line for the table.
fuzz_a_while() {
  local status=0 inputs='' added='' speed='' reached=''
  fuzz_place "$1" "$2"
  mkdir -p "$fuzz_work" "$fuzz_seeds"
  (feed -max_total_time="$fuzz_seconds" "$fuzz_work" "$fuzz_seeds" >"$fuzz_log") || status=1
  rmdir "$fuzz_seeds" 2>/dev/null
  inputs=$(fuzz_stat number_of_executed_units)
  speed=$(fuzz_stat average_exec_per_sec)
  added=$(fuzz_stat new_units_added)
  reached=$(sed -n 's/.* cov: *\([0-9]*\) ft: *\([0-9]*\) .*/\1/p' "$fuzz_log" | tail -n 1)
  fuzz_line "$fuzz_name" "${inputs:-0}" "${speed:-0}" "${added:-0}" "${reached:-0}" "$status"
  [ "$status" -eq 0 ] || fuzz_finding | sed "s,^  ,$fuzz_name ," >>"$fuzz_sum/findings"
}

# A line as a target ends, and the same for the table: name, inputs, a second, new ones kept, edges reached, finding.
fuzz_line() {
  local words='nothing found'
  [ "$6" -eq 0 ] || words='FOUND SOMETHING'
  echo "$*" >>"$fuzz_sum/lines"
  printf '[%s/%s] %s: %s inputs, %s a second, %s worth keeping: %s\n' "$(wc -l <"$fuzz_sum/lines" | tr -d ' ')" \
    "$(wc -l <"$fuzz_sum/targets" | tr -d ' ')" "$1" "$2" "$3" "$4" "$words"
}

# What became of all; fails if anything was found, or did not run.
fuzz_table() {
  echo
  printf '%-44s %12s %9s %6s %7s  %s\n' target inputs 'a second' new edges finding
  sort "$fuzz_sum/lines" | while read -r name inputs speed added reached status; do
    printf '%-44s %12s %9s %6s %7s  %s\n' "$name" "$inputs" "$speed" "$added" "$reached" \
      "$([ "$status" -eq 0 ] && echo - || echo FOUND)"
  done
  echo
  echo "$(awk '{ sum += $2 } END { print sum + 0 }' "$fuzz_sum/lines") inputs in $1 s"
  if [ -f "$fuzz_sum/findings" ]; then
    echo 'Found:'
    sed 's/^/  /' "$fuzz_sum/findings"
    return 1
  fi
  if [ "$(wc -l <"$fuzz_sum/lines")" -ne "$(wc -l <"$fuzz_sum/targets")" ]; then
    echo 'Not all of them ended.'
    return 1
  fi
  echo 'Nothing found.'
}

# Compares Java with TypeScript for so many seconds, from a seed of its own.
fuzz_differential() {
  local status=0 inputs='' seed=''
  seed=$(date +%s)
  fuzz_module=$here/proof
  fuzz_log=$fuzz_module/target/fuzz/differential.log
  mkdir -p "${fuzz_log%/*}"
  differ "$1" "$seed" >"$fuzz_log" 2>&1 || status=1
  inputs=$(fuzz_stat number_of_executed_units)
  fuzz_line differential "${inputs:-0}" "$((${inputs:-0} / $1))" 0 0 "$status"
  [ "$status" -eq 0 ] || echo "differential: ${fuzz_log#"$here"/}; again with ./dev fuzz differential 1 $seed" >>"$fuzz_sum/findings"
}

# The same alone, for so many minutes, from the seed that is named.
fuzz_differential_alone() {
  local minutes=${1:-5} seed=${2:-$(date +%s)}
  case $minutes$seed in *[!0-9]* | '') echo 'It is `./dev fuzz differential [MINUTES [SEED]]`.' >&2 && exit 64 ;; esac
  find_jdk
  need_maven
  fuzz_build proof
  differ "$((minutes * 60))" "$seed"
}

differ() (
  cd "$here/proof" || exit 1
  "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "target/test-classes:target/classes:$(cat target/fuzz.classpath)" io.mashrabiya.proof.differ.Differential "$@"
)
