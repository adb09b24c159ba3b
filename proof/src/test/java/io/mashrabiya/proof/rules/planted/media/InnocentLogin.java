package io.mashrabiya.proof.rules.planted.media;

/// What it holds it does not tell.
record InnocentLogin(String user, String password) {
  @Override
  public String toString() {
    return "InnocentLogin[user=" + user + "]";
  }
}
