# Sourced by scripts/jdk.sh: says what people meet who run ./mashrabiya, in English or, as the program itself does, in
# Arabic: with `--lang ar` among the arguments, or where LC_ALL, LC_MESSAGES or LANG, the first that is set, names it.
# Kept to what bash 3.2 knows.

# Whether Arabic is spoken to whoever typed these arguments.
speaks_arabic() {
  while [ $# -gt 0 ]; do
    case $1 in
      --lang=*) is_arabic "${1#--lang=}" && return 0 || is_english "${1#--lang=}" && return 1 ;;
      --lang) is_arabic "${2:-}" && return 0 || is_english "${2:-}" && return 1 ;;
    esac
    shift
  done
  is_arabic "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}"
}

is_arabic() {
  case $1 in [aA][rR] | [aA][rR][_.@-]*) return 0 ;; *) return 1 ;; esac
}

is_english() {
  case $1 in [eE][nN] | [eE][nN][_.@-]*) return 0 ;; *) return 1 ;; esac
}

arabic=''
speaks_arabic "$@" && arabic=yes

# Says the sentence $1 with what follows in place of each %s. A test looks for its translation below, so it stands in
# single quotes where it is said.
say() {
  local sentence=$1
  shift
  [ -z "$arabic" ] || sentence=$(in_arabic "$sentence")
  # shellcheck disable=SC2059 # a sentence is a format
  printf "$sentence\n" "$@"
}

# The sentence $1 in Arabic, with the same number of %s in the same order.
in_arabic() {
  case $1 in
    'Building Mashrabiya (the first time Maven fetches what it needs, some 100 MB; log: %s)')
      echo 'تُبنى مشربية الآن (في المرة الأولى يجلب Maven ما يلزمه، نحو 100 ميغابايت؛ السجل: %s)' ;;
    'The build failed. The whole log: %s')
      echo 'فشل البناء. السجل كاملًا: %s' ;;
    '         rehearsing a start, so that the next ones are quick')
      echo '         تُجرَّب بداية تشغيل، لتكون المرات التالية أسرع' ;;
    '         which failed; starts take longer without (log: %s)')
      echo '         فشلت التجربة؛ يطول بدء التشغيل من دونها (السجل: %s)' ;;
    'Waiting for the build of process %s')
      echo 'ننتظر البناء الذي تجريه العملية %s' ;;
    'Waiting for a build that just started')
      echo 'ننتظر بناءً بدأ للتو' ;;
    'fetched %s files, last %s')
      echo 'عدد الملفات المجلوبة: %s، آخرها %s' ;;
    '         fetched %s files')
      echo '         عدد الملفات المجلوبة: %s' ;;
    '         viewer bundle: %s bytes of script and style, %s gzipped')
      echo '         صفحة المشاهدة: %s بايت من الشيفرة والأنماط، و%s بعد الضغط' ;;
    'Mashrabiya needs a JDK %s, and none was found: not in JAVA_HOME, not on the PATH, not in the usual folders.')
      echo 'تحتاج مشربية إلى JDK %s، ولم يُعثر عليه: لا في JAVA_HOME، ولا في PATH، ولا في المجلدات المعتادة.' ;;
    'Mashrabiya is built with Maven 3.8 or newer, and there is no `mvn` on the PATH. Install it, for example:')
      echo 'تُبنى مشربية بالأداة Maven 3.8 أو أحدث، وليس في PATH أمر `mvn`. ثبّتها، مثلًا هكذا:' ;;
    'Install one, for example:')
      echo 'ثبّته، مثلًا هكذا:' ;;
    '  anywhere         https://adoptium.net/temurin/releases/?version=%s')
      echo '  أي نظام          https://adoptium.net/temurin/releases/?version=%s' ;;
    'If it is there already, say where:  export JAVA_HOME=/path/to/jdk-%s')
      echo 'إن كان موجودًا عندك، فاذكر مكانه:  export JAVA_HOME=/path/to/jdk-%s' ;;
    *) printf '%s\n' "$1" ;;
  esac
}
