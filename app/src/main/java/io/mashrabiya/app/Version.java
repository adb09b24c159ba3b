package io.mashrabiya.app;

/// Which Mashrabiya this is.
public final class Version {
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
