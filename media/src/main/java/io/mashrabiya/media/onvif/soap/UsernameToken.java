package io.mashrabiya.media.onvif.soap;

import static io.mashrabiya.media.onvif.xml.Namespace.SECURITY;
import static io.mashrabiya.media.onvif.xml.Namespace.SECURITY_UTILITY;
import static io.mashrabiya.media.onvif.xml.Namespace.SOAP;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.onvif.xml.XmlAttribute;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/// WS-Security's UsernameToken with a password digest (UsernameToken Profile 1.0, section 3; ONVIF
/// Core Specification, section 5.9.1).
///
/// Guarantee: the password itself is not in it. Not guaranteed: that nobody who reads it on the way
/// finds a weak password by trying many; SHA-1 over two known parts is what the standard has.
public final class UsernameToken {
  private static final String DIGEST_TYPE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest";
  private static final String NONCE_ENCODING =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

  private UsernameToken() {}

  /// The header block.
  ///
  /// @param nonce random bytes, never used before
  /// @param created the time by the clock of whoever will judge it
  static XmlElement header(Credentials credentials, byte[] nonce, Instant created) {
    String time = created.truncatedTo(ChronoUnit.MILLIS).toString();
    XmlElement password =
        XmlElement.text(SECURITY, "Password", digest(nonce, time, credentials.password()))
            .with("Type", DIGEST_TYPE);
    XmlElement encoded =
        XmlElement.text(SECURITY, "Nonce", Base64.getEncoder().encodeToString(nonce))
            .with("EncodingType", NONCE_ENCODING);
    return XmlElement.of(
            SECURITY,
            "Security",
            XmlElement.of(
                SECURITY,
                "UsernameToken",
                XmlElement.text(SECURITY, "Username", credentials.userName()),
                password,
                encoded,
                XmlElement.text(SECURITY_UTILITY, "Created", time)))
        .with(new XmlAttribute(SOAP.uri(), "mustUnderstand", "true"));
  }

  /// Base64 of SHA-1 over nonce, time and password.
  ///
  /// @param created as it stands in the token
  public static String digest(byte[] nonce, String created, String password) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(nonce);
      sha1.update(created.getBytes(StandardCharsets.UTF_8));
      sha1.update(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sha1.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
