# Sourced by ./dev: the machines that try to break the promises.

prove() {
  case ${1:-} in
    --model)
      shift
      # The Alloy models of docs/design/model, or those that are named.
      prove_by io.mashrabiya.proof.model.Prove "$@"
      ;;
    --viewer)
      shift
      # What devices hear in histories, played to the viewer.
      prove_by io.mashrabiya.proof.replay.ProveViewer "$@"
      ;;
    --mutants)
      shift
      prove_by io.mashrabiya.proof.mutant.HuntAll "$@"
      ;;
    *) prove_by io.mashrabiya.proof.prove.Prove "$@" ;; # histories full of lies (docs/design/lies.md)
  esac
}

# Builds what it needs, and becomes the Java process of the class $1.
prove_by() {
  local main=$1
  shift
  find_jdk
  need_maven
  run_maven target/prove-build.log show_build -pl proof -am test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/prove.classpath -Dmdep.includeScope=test || {
    grep -E '^\[ERROR\]' target/prove-build.log | head -n 20
    exit 70
  }
  exec "$JAVA_HOME/bin/java" -Xmx2g -XX:+UseParallelGC -Dslf4j.internal.verbosity=ERROR \
    -cp "proof/target/test-classes:proof/target/classes:$(cat proof/target/prove.classpath)" "$main" "$@"
}
