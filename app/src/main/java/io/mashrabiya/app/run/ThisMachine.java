package io.mashrabiya.app.run;

/// Addresses that lead nowhere but to the machine they are used on.
public final class ThisMachine {
  private ThisMachine() {}

  /// Whether a host, as a URL has it, is this machine to whoever uses it.
  public static boolean is(String host) {
    return host.equals("localhost")
        || host.startsWith("127.")
        || host.equals("::1")
        || host.equals("[::1]");
  }
}
