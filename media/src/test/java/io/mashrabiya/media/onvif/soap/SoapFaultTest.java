package io.mashrabiya.media.onvif.soap;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.media.onvif.xml.XmlElement;
import io.mashrabiya.media.onvif.xml.XmlReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoapFaultTest {
  private static SoapFault read(String inner) {
    byte[] bytes =
        ("<s:Fault xmlns:s='urn:s'>" + inner + "</s:Fault>").getBytes(StandardCharsets.UTF_8);
    XmlElement fault = ((XmlReader.Reading.Understood) XmlReader.read(bytes)).root();
    return SoapFault.read(fault);
  }

  private static String code(String subcode) {
    return "<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>"
        + subcode
        + "</s:Value></s:Subcode></s:Code>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:NotAuthorized</s:Value></s:Subcode></s:Code>",
        "<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value> NotAuthorized </s:Value></s:Subcode></s:Code>",
        "<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>wsse:FailedAuthentication</s:Value></s:Subcode></s:Code>",
        "<s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text>Sender not Authorized</s:Text></s:Reason>",
        "<faultcode>wsse:InvalidSecurity</faultcode><faultstring>no</faultstring>",
      })
  void failure_asCamerasRefuseCredentials_saysSo(String inner) {
    assertThat(read(inner).failure("GetProfiles", true))
        .isEqualTo(new OnvifFailure.CredentialsRefused());
    assertThat(read(inner).failure("GetProfiles", false))
        .isEqualTo(new OnvifFailure.CredentialsNeeded());
  }

  @Test
  void failure_operationThatIsNotThere_isNotSupported() {
    assertThat(read(code("ter:ActionNotSupported")).failure("GetServices", true))
        .isEqualTo(new OnvifFailure.NotSupported(quoted("GetServices")));
  }

  @Test
  void failure_anotherCode_isToldWithItsWords() {
    String reason = "<s:Reason><s:Text>busy\u0007</s:Text></s:Reason>".replace("\u0007", "\n now");
    assertThat(read(code("ter:Busy") + reason).failure("GetProfiles", true))
        .isEqualTo(new OnvifFailure.Faulted("GetProfiles", quoted("Busy"), "busy? now"));
    assertThat(read("").failure("GetProfiles", true))
        .isEqualTo(new OnvifFailure.Faulted("GetProfiles", say("unknown"), ""));
  }
}
