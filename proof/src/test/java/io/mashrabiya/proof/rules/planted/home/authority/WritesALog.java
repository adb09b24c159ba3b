package io.mashrabiya.proof.rules.planted.home.authority;

final class WritesALog {
  private static final System.Logger LOG = System.getLogger("planted");

  void decide() {
    LOG.log(System.Logger.Level.INFO, "decided");
  }
}
