# Sourced by ./dev: changes the code of a room in one small way after another, with PIT, and says which changes no test of
# that room noticed. docs/design/mutants.md explains those that may survive, and this reads them there.

MUTATE_ROOMS='relay.cache home.epoch home.authority relay.route vault device wire'
MUTATE_EXPLAINED=docs/design/mutants.md

mutate() {
  local room='' status=0
  for room in "$@"; do
    case " $MUTATE_ROOMS " in
      *" $room "*) ;;
      *)
        echo "./dev mutate knows these rooms: $MUTATE_ROOMS; not \`$room\`" >&2
        exit 64
        ;;
    esac
  done
  # shellcheck disable=SC2086 # one word a room
  [ $# -gt 0 ] || set -- $MUTATE_ROOMS
  find_jdk
  need_maven
  printf '%-16s %8s %8s %8s %10s %10s %6s\n' room mutants killed 'by time' explained survived s
  for room in "$@"; do
    mutate_room "$room" || status=1
  done
  return "$status"
}

# PIT on the classes of the room $1, with the tests of that room alone: what a room promises, its own tests show. Maven's
# whole log, and PIT's findings, stay under target/mutants.
mutate_room() {
  local room=$1 started=$SECONDS
  local log=target/mutants/$room.log found=target/mutants/$room.xml
  rm -f "${room%%.*}/target/pit-reports/mutations.xml" "$found"
  run_maven "$log" show_nothing -pl "${room%%.*}" -am test-compile org.pitest:pitest-maven:mutationCoverage \
    -DtargetClasses="io.mashrabiya.$room.*" -DtargetTests="io.mashrabiya.$room.*" || {
    grep -E '^\[ERROR\]|FAILURE' "$log" | head -n 20
    return 1
  }
  cp "${room%%.*}/target/pit-reports/mutations.xml" "$found" &&
    awk -v room="$room" -v seconds="$((SECONDS - started))" -f scripts/survivors.awk "$MUTATE_EXPLAINED" "$found"
}

show_nothing() {
  local line=''
  while IFS= read -r line; do
    case $line in '[INFO] Building '*) passing_note "${line#\[INFO\] }" ;; esac
  done
  clear_note
}
