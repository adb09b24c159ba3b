# Sourced by ./mashrabiya and ./dev, after scripts/jdk.sh: runs Maven so that a person sees how far it is.

# Ends the script unless Maven is on the PATH.
need_maven() {
  command -v mvn >/dev/null 2>&1 && return 0
  {
    say 'Mashrabiya is built with Maven 3.8 or newer, and there is no `mvn` on the PATH. Install it, for example:'
    cat <<END
  Debian, Ubuntu   sudo apt-get install maven
  Fedora           sudo dnf install maven
  macOS            brew install maven
END
  } >&2
  exit 69
}

# Runs Maven with the arguments after $2, in batch mode, everything into the log $1, and what it says through the
# function $2, line by line. Its exit code is Maven's.
run_maven() {
  local log=$1 show=$2
  shift 2
  mkdir -p "$(dirname "$log")"
  # Maven 3.8 uses what JDK 25 warns of; the warnings say nothing about our code. It lives too shortly for the JVM's
  # second compiler to be worth its time.
  local jvm='--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1'
  (
    set -o pipefail
    # shellcheck disable=SC2086 # several options on purpose
    MAVEN_OPTS="$jvm ${MAVEN_OPTS:-}" mvn -B -Dstyle.color=never ${MASHRABIYA_MAVEN_OPTIONS:-} "$@" 2>&1 </dev/null | tee "$log" | "$show"
  )
}

# On a terminal, one line that is written over; elsewhere nothing, so that logs stay short.
passing_note() {
  [ -t 1 ] && printf '\r\033[K  %.76s' "$1"
  return 0
}

clear_note() {
  [ -t 1 ] && printf '\r\033[K'
  return 0
}

# Shows a build: a line as each module begins, and now and then how many files have been fetched.
show_build() {
  local line='' module='' place='' fetched=0
  while IFS= read -r line; do
    case $line in
      '[INFO] Building '*\[*/*\])
        module=${line#\[INFO\] Building }
        place=${line##*\[}
        clear_note
        printf '  %-6s %s\n' "${place%\]}" "${module%% *}"
        ;;
      *'Downloaded from '*)
        fetched=$((fetched + 1))
        passing_note "$(say 'fetched %s files, last %s' "$fetched" "${line##*/}")"
        [ -t 1 ] || [ $((fetched % 200)) -ne 0 ] || say '         fetched %s files' "$fetched"
        ;;
      '[INFO] viewer bundle: '*)
        line=${line#*: }
        place=${line##*, }
        clear_note
        say '         viewer bundle: %s bytes of script and style, %s gzipped' "${line%% *}" "${place%% *}"
        ;;
    esac
  done
  clear_note
}

# Shows a test run: a line as each module begins, a line for each test class, whatever failed, and no noise.
show_tests() {
  local line='' module='' place='' failing=''
  while IFS= read -r line; do
    case $line in
      '[INFO] Building '*\[*/*\])
        module=${line#\[INFO\] Building }
        place=${line##*\[}
        failing=''
        clear_note
        printf '%s (%s)\n' "${module%% *}" "${place%\]}"
        ;;
      *'Downloaded from '*) passing_note "fetched ${line##*/}" ;;
      *'Tests run: '*' -- in '*)
        clear_note
        failing=''
        case $line in *'<<<'*) failing=yes ;; esac
        printf '  %s\n' "${line#\[*\] }"
        ;;
      *'[Help '* | *'-e switch'* | *'-X switch'* | *'For more information'* | *'you can resume the build'* | *' -rf :'* | '[ERROR] ') ;;
      # A compiler's warning is as good as an error here.
      '[ERROR]'* | '[WARNING] '*'.java:['*)
        clear_note
        printf '  %s\n' "${line#\[*\] }"
        ;;
      '[INFO]'* | '[WARNING]'*) ;;
      *) [ -z "$failing" ] || printf '    %s\n' "$line" ;;
    esac
  done
  clear_note
}
