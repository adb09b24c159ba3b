package io.mashrabiya.media.address;

/// A user name and password for a camera.
///
/// Guarantee: neither is in [#toString()], so that a log or an exception that mentions this object
/// tells nothing. They are read with [#userName()] and [#password()], which the code that answers a
/// challenge calls, and nothing else should. Not guaranteed: that they leave memory; they are Java
/// strings.
public final class Credentials {
  private final String userName;
  private final String password;

  /// @throws IllegalArgumentException if one of them holds a control character, which no RTSP
  ///   header can carry; the message does not repeat them
  public Credentials(String userName, String password) {
    if (hasControl(userName) || hasControl(password)) {
      throw new IllegalArgumentException("a user name or password holds a control character");
    }
    this.userName = userName;
    this.password = password;
  }

  static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  public String userName() {
    return userName;
  }

  public String password() {
    return password;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Credentials that
        && userName.equals(that.userName)
        && password.equals(that.password);
  }

  @Override
  public int hashCode() {
    return userName.hashCode() * 31 + password.hashCode();
  }

  @Override
  public String toString() {
    return "Credentials[hidden]";
  }
}
