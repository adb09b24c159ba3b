package io.mashrabiya.vault.secret;

/// The token without which no secret byte leaves its type. It does nothing; its name in a call is
/// what a reader (or `grep -r InsecureSecretAccess`) looks for to find every place where key bytes
/// are handled as plain bytes.
public final class InsecureSecretAccess {
  private static final InsecureSecretAccess TOKEN = new InsecureSecretAccess();

  private InsecureSecretAccess() {}

  /// The only token. Ask for it where secret bytes are really needed: to store them, to seal them
  /// for somebody, or to hand them to a cipher.
  public static InsecureSecretAccess token() {
    return TOKEN;
  }
}
