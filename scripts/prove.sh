# Sourced by ./dev: the machines that try to break the promises.

prove() {
  case ${1:-} in
    --model)
      shift
      prove_model "$@"
      ;;
    *)
      echo "./dev prove --model is all that there is yet: the protocol's models, with what breaks when a check is dropped." >&2
      exit 64
      ;;
  esac
}

# Runs the Alloy models of docs/design/model, or those that are named, and prints what was found.
prove_model() {
  find_jdk
  need_maven
  run_maven target/prove-build.log show_build -pl proof -am test-compile dependency:build-classpath \
    -Dmdep.outputFile=target/prove.classpath -Dmdep.includeScope=test || {
    grep -E '^\[ERROR\]' target/prove-build.log | head -n 20
    exit 70
  }
  exec "$JAVA_HOME/bin/java" -Xmx1g -Dslf4j.internal.verbosity=ERROR \
    -cp "proof/target/test-classes:$(cat proof/target/prove.classpath)" io.mashrabiya.proof.model.Prove "$@"
}
