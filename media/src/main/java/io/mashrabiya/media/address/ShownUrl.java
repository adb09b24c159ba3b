package io.mashrabiya.media.address;

import java.util.regex.Pattern;

/// A camera's URL as it may be shown to people: some makers want the password in its path or query,
/// where nothing else tells it apart.
///
/// Not guaranteed: that a password is found which stands there without being called one.
public final class ShownUrl {
  private static final Pattern PASSWORD =
      Pattern.compile(
          "((?:pass(?:wor[dt]|wd)?|pwd|psw|token)=)[^&;?/#]+", Pattern.CASE_INSENSITIVE);

  private ShownUrl() {}

  /// The URL with dots in place of what is called a password in it.
  ///
  /// @param url without user name and password before its host
  public static String of(String url) {
    return PASSWORD.matcher(url).replaceAll("$1...");
  }
}
