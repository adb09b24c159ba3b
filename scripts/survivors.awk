# Holds PIT's findings against what is explained: first the page of explanations, then PIT's XML, one mutant a line. Prints
# the room's row, and each survivor that has no explanation. Exits with 1 if there is one, or if an explained one is found
# out by now: then its line is to go.
#
# An explanation is a line of a list on the page, under its reason: the method, what was done to it as PIT says it, and how
# often where it is more than once. A method alone is whatever is done to it, a star every method of a class.
#   - `relay.cache.Group#add` changed conditional boundary (2)
#   - `device.link.MediaLink#send`
#   - `device.link.Socket#*`

function tag(name,    from, to) {
  from = index($0, "<" name ">")
  to = index($0, "</" name ">")
  return from ? substr($0, from + length(name) + 2, to - from - length(name) - 2) : ""
}

function plain(text) {
  gsub(/&lt;/, "<", text)
  gsub(/&gt;/, ">", text)
  gsub(/&quot;/, "\"", text)
  gsub(/&#39;|&apos;/, "'", text)
  gsub(/&amp;/, "\\&", text)
  return text
}

# Without the packages that everybody knows, and without saying again which method it is that returns something else.
function short(text) {
  gsub(/\//, ".", text)
  gsub(/io\.mashrabiya\./, "", text)
  sub(/ for [^ ]*::[^ ]*$/, "", text)
  return text
}

# Whether the page has a line for this, one that has not served for as many as it names.
function excuses(key) {
  if (!(key in explained)) return 0
  if (key ~ /#[^ ]+$/) {
    used[key] = explained[key]
    return 1
  }
  return used[key]++ < explained[key]
}

FILENAME == ARGV[1] {
  if (match($0, /^ *- `[A-Za-z.$]+#[A-Za-z0-9<>*]+`/)) {
    key = $0
    sub(/^ *- `/, "", key)
    sub(/`/, "", key)
    times = 1
    if (match(key, / \([0-9]+\)$/)) {
      times = substr(key, RSTART + 2, RLENGTH - 3) + 0
      key = substr(key, 1, RSTART - 1)
    }
    if (index(key, room ".") == 1) explained[key] += times
  }
  next
}

/<mutation / {
  mutants++
  late = $0 ~ /status='TIMED_OUT'/
  if ($0 ~ /detected='true'/ && !late) {
    killed++
    next
  }
  method = plain(tag("mutatedMethod"))
  if (method ~ /^lambda\$/) { # told as the method in which it stands
    sub(/^lambda\$/, "", method)
    sub(/\$[0-9]+$/, "", method)
  }
  class = short(tag("mutatedClass"))
  key = class "#" method " " short(plain(tag("description")))
  outer = class
  sub(/\$.*/, "", outer)
  if (excuses(outer "#*") || excuses(class "#" method) || excuses(key)) {
    excused++
    next
  }
  if (late) { # an endless loop; but what is explained was only slow, on a busy machine
    killed++
    byTime++
    next
  }
  unseen = $0 ~ /status='NO_COVERAGE'/ ? " (no test comes here)" : ""
  survivors = survivors "  " tag("sourceFile") ":" tag("lineNumber") " " key unseen "\n"
  survived++
}

END {
  printf "%-16s %8d %8d %8d %10d %10d %6d\n%s", room, mutants, killed, byTime, excused, survived, seconds, survivors
  for (key in explained) {
    if (used[key] < explained[key]) {
      printf "  explained, and found out by now: %s\n", key
      stale = 1
    }
  }
  if (mutants == 0) print "  there was nothing to change"
  exit survived > 0 || stale || mutants == 0
}
