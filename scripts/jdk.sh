# Sourced by ./mashrabiya and ./dev: finds a JDK 25, also where the default `java` is older, and exports JAVA_HOME.
# Kept to what bash 3.2 knows, because that is the bash of macOS.

. "$(dirname "${BASH_SOURCE[0]}")/words.sh"

JDK_WANTED=25

# The feature version of the JDK in the folder $1, or nothing if there is no JDK in it. Reads the `release` file, which
# every JDK of today has and which costs nothing; only asks the compiler itself where that file is missing.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  local line=''
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_VERSION=*)
          line=${line#*\"}
          line=${line%%[!0-9]*}
          echo "$line"
          return 0
          ;;
      esac
    done <"$1/release"
  fi
  line=$("$1/bin/javac" -version 2>&1)
  line=${line#javac }
  echo "${line%%[!0-9]*}"
}

# The folders that may hold a JDK, one a line, the likeliest first.
jdk_candidates() {
  local javac='' found=''
  [ -n "${JAVA_HOME:-}" ] && echo "$JAVA_HOME"
  javac=$(command -v javac 2>/dev/null) && found=$(cd "$(dirname "$javac")" && cd "$(dirname "$(readlink "$javac" || echo "$javac")")/.." 2>/dev/null && pwd -P) && echo "$found"
  ls -d /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/*jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home 2>/dev/null
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$JDK_WANTED" 2>/dev/null
  fi
  return 0
}

# Exports JAVA_HOME, or says how to install a JDK and ends the script.
find_jdk() {
  local candidate=''
  # The quick way, taken nearly always: what the caller chose, if it will do.
  if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_version "$JAVA_HOME")" = "$JDK_WANTED" ]; then
    export JAVA_HOME
    return 0
  fi
  while IFS= read -r candidate; do
    if [ "$(jdk_version "$candidate")" = "$JDK_WANTED" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done <<END
$(jdk_candidates)
END
  {
    say 'Mashrabiya needs a JDK %s, and none was found: not in JAVA_HOME, not on the PATH, not in the usual folders.' "$JDK_WANTED"
    echo
    say 'Install one, for example:'
    cat <<END
  Debian, Ubuntu   sudo apt-get install openjdk-$JDK_WANTED-jdk-headless   (temurin-$JDK_WANTED-jdk: adoptium.net)
  Fedora           sudo dnf install java-$JDK_WANTED-openjdk-devel
  macOS            brew install openjdk@$JDK_WANTED
END
    say '  anywhere         https://adoptium.net/temurin/releases/?version=%s' "$JDK_WANTED"
    echo
    say 'If it is there already, say where:  export JAVA_HOME=/path/to/jdk-%s' "$JDK_WANTED"
  } >&2
  exit 69
}
