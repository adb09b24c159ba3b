# Sourced by ./dev: finds the fuzz targets (methods under @FuzzTest) and feeds them with Jazzer. Each target also runs its
# seeds in `./dev test`; what a long run finds is saved among those seeds, so that it stays found.

FUZZ_RUNS=10000000

# Jazzer's detectors of what input does to regular expressions: none of ours comes from input, and they take twelve times
# as long as the parsers that are fed.
FUZZ_WITHOUT=com.code_intelligence.jazzer.sanitizers.RegexRoadblocks:com.code_intelligence.jazzer.sanitizers.RegexInjection

# Every target, one a line: its file and its method.
fuzz_targets() {
  grep -l -r --include='*.java' '@FuzzTest' ./*/src/test/java 2>/dev/null | sort | while IFS= read -r file; do
    awk -v file="${file#./}" '
      /^ *@FuzzTest/ { waiting = 1 }
      waiting && match($0, /void +[A-Za-z0-9_]+\(/) {
        name = substr($0, RSTART, RLENGTH - 1)
        sub(/void +/, "", name)
        print file, name
        waiting = 0
      }' "$file"
  done
}

list_fuzz_targets() {
  local file='' method='' name=''
  echo "Fuzz targets (./dev fuzz TARGET [RUNS]; a class alone means all of its methods):"
  fuzz_targets | while read -r file method; do
    name=${file##*/}
    printf '  %-48s %s\n' "${name%.java}#$method" "${file%%/*}"
  done
}

fuzz() {
  local target=${1:-} runs=${2:-$FUZZ_RUNS} file='' method='' name='' chosen='' status=0
  if [ -z "$target" ]; then
    list_fuzz_targets
    return 0
  fi
  case $runs in *[!0-9]* | '') echo "RUNS is a number, not \`$runs\`" >&2 && exit 64 ;; esac
  while read -r file method; do
    name=${file##*/}
    name=${name%.java}
    if [ "$target" = "$name" ] || [ "$target" = "$name#$method" ]; then
      chosen="$chosen $file#$method"
    fi
  done <<END
$(fuzz_targets)
END
  if [ -z "$chosen" ]; then
    echo "There is no fuzz target \`$target\`." >&2
    list_fuzz_targets >&2
    exit 64
  fi
  find_jdk
  need_maven
  # shellcheck disable=SC2086 # one word a target
  set -- $chosen
  fuzz_build "${1%%/*}"
  for target in "$@"; do
    fuzz_one "${target%#*}" "${target#*#}" "$runs" || status=1
  done
  return "$status"
}

fuzz_build() {
  local module=$1
  run_maven target/fuzz-build.log show_build -pl "$module" -am test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/fuzz.classpath -Dmdep.includeScope=test || {
    grep -E '^\[ERROR\]' target/fuzz-build.log | head -n 20
    exit 70
  }
}

# Feeds one target: the file of its class, its method, how many inputs. Fails if it finds something.
fuzz_one() {
  local file=$1 method=$2 runs=$3 module='' class='' work='' seeds='' log='' status=0 started=$SECONDS
  module=$here/${file%%/*}
  class=${file#*/src/test/java/}
  class=${class%.java}
  seeds=$module/src/test/resources/${class}Inputs/$method
  class=$(echo "$class" | tr / .)
  work=$module/target/fuzz/${class##*.}.$method
  log=$work.log
  mkdir -p "$work" "$seeds"
  echo "${class##*.}#$method: $runs inputs; log ${log#"$here"/}"
  # shellcheck disable=SC2086 # several options of libFuzzer on purpose
  (
    set -o pipefail
    cd "$module/target" || exit 1 # Jazzer leaves its notes where it starts
    "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
      -cp "test-classes:classes:$(cat fuzz.classpath)" \
      com.code_intelligence.jazzer.Jazzer --target_class="$class" --target_method="$method" \
      --instrumentation_includes='io.mashrabiya.**' \
      --disabled_hooks="$FUZZ_WITHOUT" -runs="$runs" ${MASHRABIYA_FUZZ_OPTIONS:-} \
      -max_total_time=0 -rss_limit_mb=4096 -timeout=10 -print_final_stats=1 -artifact_prefix="$seeds/" \
      "$work" "$seeds" 2>&1 </dev/null | tee "$log" | show_fuzzing
  ) || status=1
  rmdir "$seeds" 2>/dev/null # unless there are seeds in it
  local executed='' speed=''
  executed=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | head -n 1)
  speed=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log" | head -n 1)
  if [ "$status" -eq 0 ]; then
    echo "  ${executed:-?} inputs in $((SECONDS - started)) s, ${speed:-?} a second: nothing found"
  else
    echo "  ${executed:-?} inputs in $((SECONDS - started)) s: FOUND SOMETHING, saved under ${seeds#"$here"/}"
  fi
  return "$status"
}

# The pulse on a terminal, and findings everywhere.
show_fuzzing() {
  local line='' finding=''
  while IFS= read -r line; do
    case $line in
      '#'*) passing_note "$line" ;;
      '== '* | *'ERROR: libFuzzer'*)
        clear_note
        finding=yes
        echo "    $line"
        ;;
      'Caused by'* | *'	at '* | 'artifact_prefix'*) [ -z "$finding" ] || echo "    $line" ;;
    esac
  done
  clear_note
}
