# Sourced by ./dev: finds the fuzz targets (methods under @FuzzTest) and feeds them with Jazzer. Each target also runs its
# seeds in `./dev test`; what a long run finds is saved among those seeds, so that it stays found. scripts/fuzz-all.sh feeds
# all of them.

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
  case $target in
    '') list_fuzz_targets && return 0 ;;
    all) shift && fuzz_all "$@" && return 0 || return 1 ;;
    differential) shift && fuzz_differential_alone "$@" && return 0 || return 1 ;;
    replay) fuzz_replay "${2:-}" && return 0 || return 1 ;;
  esac
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

# Builds these modules, joined by commas, and what they need.
fuzz_build() {
  local modules=$1
  run_maven target/fuzz-build.log show_build -pl "$modules" -am test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/fuzz.classpath -Dmdep.includeScope=test || {
    grep -E '^\[ERROR\]' target/fuzz-build.log | head -n 20
    exit 70
  }
}

# Where everything of a target lies, from the file of its class and its method: sets fuzz_name, fuzz_module, fuzz_class,
# fuzz_method, fuzz_seeds, fuzz_work (what was found interesting so far) and fuzz_log.
fuzz_place() {
  local class=${1#*/src/test/java/}
  class=${class%.java}
  fuzz_method=$2
  fuzz_module=$here/${1%%/*}
  fuzz_seeds=$fuzz_module/src/test/resources/${class}Inputs/$fuzz_method
  fuzz_class=$(echo "$class" | tr / .)
  fuzz_name=${fuzz_class##*.}#$fuzz_method
  fuzz_work=$fuzz_module/target/fuzz/${fuzz_class##*.}.$fuzz_method
  fuzz_log=$fuzz_work.log
}

# Jazzer at the target of fuzz_place, with these options and folders or files of inputs.
feed() {
  cd "$fuzz_module/target" || return 1 # Jazzer leaves its notes where it starts
  # shellcheck disable=SC2086 # several options of libFuzzer on purpose
  "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -cp "test-classes:classes:$(cat fuzz.classpath)" \
    com.code_intelligence.jazzer.Jazzer --target_class="$fuzz_class" --target_method="$fuzz_method" \
    --instrumentation_includes='io.mashrabiya.**' \
    --disabled_hooks="$FUZZ_WITHOUT" ${MASHRABIYA_FUZZ_OPTIONS:-} \
    -rss_limit_mb=4096 -timeout=10 -print_final_stats=1 -artifact_prefix="$fuzz_seeds/" "$@" 2>&1 </dev/null
}

# A number of libFuzzer's, from the log.
fuzz_stat() {
  sed -n "s/^stat::$1: *//p" "$fuzz_log" | head -n 1
}

# Feeds one target: the file of its class, its method, how many inputs. Fails if it finds something.
fuzz_one() {
  local runs=$3 status=0 started=$SECONDS executed='' speed=''
  fuzz_place "$1" "$2"
  mkdir -p "$fuzz_work" "$fuzz_seeds"
  echo "$fuzz_name: $runs inputs; log ${fuzz_log#"$here"/}"
  (
    set -o pipefail
    feed -runs="$runs" -max_total_time=0 "$fuzz_work" "$fuzz_seeds" | tee "$fuzz_log" | show_fuzzing
  ) || status=1
  rmdir "$fuzz_seeds" 2>/dev/null # unless there are seeds in it
  executed=$(fuzz_stat number_of_executed_units)
  speed=$(fuzz_stat average_exec_per_sec)
  if [ "$status" -eq 0 ]; then
    echo "  ${executed:-?} inputs in $((SECONDS - started)) s, ${speed:-?} a second: nothing found"
  else
    echo "  ${executed:-?} inputs in $((SECONDS - started)) s: FOUND SOMETHING"
    fuzz_finding
  fi
  return "$status"
}

# Which file holds what was found, and how it is found again.
fuzz_finding() {
  local file=''
  file=$(sed -n 's/.*Test unit written to //p' "$fuzz_log" | head -n 1)
  if [ -n "$file" ]; then
    echo "  ${file#"$here"/}"
    echo "  ./dev fuzz replay ${file#"$here"/}"
  else
    echo "  there is no input for it: see ${fuzz_log#"$here"/}"
  fi
}

# Feeds the one input that a file holds to the target whose folder it lies in.
fuzz_replay() {
  local input=$1 path='' method='' class=''
  case $input in /*) ;; *) input=$here/$input ;; esac
  path=${input#"$here"/}
  method=${path%/*}
  class=${method%Inputs/*}
  method=${method##*/}
  class=${class%%/src/test/resources/*}/src/test/java/${class#*/src/test/resources/}.java
  if [ ! -f "$input" ] || [ ! -f "$here/$class" ]; then
    echo "\`./dev fuzz replay FILE\` takes a file among the seeds of a target, not \`$1\`." >&2
    exit 64
  fi
  find_jdk
  need_maven
  fuzz_build "${class%%/*}"
  fuzz_place "$class" "$method"
  (feed "$input") && echo "nothing found"
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
