package io.mashrabiya.media.onvif.soap;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A SOAP fault (SOAP 1.2 part 1, section 5.4) and what it means in ONVIF (Core Specification,
/// section 5.11).
///
/// Leniency: faults of SOAP 1.1; codes in any namespace; a missing subcode.
///
/// @param code the innermost code, without prefix; empty where there is none
/// @param reason the words beside it, for a person
record SoapFault(String code, String reason) {
  private static final Set<String> NOT_AUTHORIZED =
      Set.of(
          "NotAuthorized",
          "FailedAuthentication",
          "InvalidSecurity",
          "InvalidSecurityToken",
          "FailedCheck");
  private static final Set<String> NOT_SUPPORTED =
      Set.of(
          "ActionNotSupported",
          "OptionalActionNotImplemented",
          "UnknownAction",
          "NotImplemented",
          "NoSuchService",
          "ServiceNotSupported");
  private static final int MOST_SUBCODES = 4;

  /// Reads the fault element.
  static SoapFault read(XmlElement fault) {
    Optional<XmlElement> code = fault.find(Namespace.SOAP, "Code");
    String innermost = fault.value(Namespace.SOAP, "faultcode").orElse("");
    for (int depth = 0; code.isPresent() && depth < MOST_SUBCODES; depth++) {
      innermost = code.get().value(Namespace.SOAP, "Value").orElse(innermost);
      code = code.get().find(Namespace.SOAP, "Subcode");
    }
    String reason =
        fault
            .value(Namespace.SOAP, "Reason", "Text")
            .or(() -> fault.value(Namespace.SOAP, "faultstring"))
            .orElse("");
    return new SoapFault(
        Shown.of(innermost.substring(innermost.indexOf(':') + 1)), Shown.of(reason));
  }

  /// @param known whether credentials were sent
  OnvifFailure failure(String operation, boolean known) {
    if (isNotAuthorized()) {
      return known ? new OnvifFailure.CredentialsRefused() : new OnvifFailure.CredentialsNeeded();
    }
    if (NOT_SUPPORTED.contains(code)) {
      return new OnvifFailure.NotSupported(quoted(operation));
    }
    return new OnvifFailure.Faulted(
        operation, code.isEmpty() ? say("unknown") : quoted(code), reason);
  }

  /// Some cameras say so in the reason only.
  private boolean isNotAuthorized() {
    return NOT_AUTHORIZED.contains(code)
        || reason.toLowerCase(Locale.ROOT).contains("not authorized");
  }
}
