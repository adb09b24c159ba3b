package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// Whether the camera's name leads to an address.
record HostName(String host) implements Examination {
  @Override
  public String name() {
    return "name";
  }

  @Override
  public Verdict examine() {
    try {
      String address = InetAddress.getByName(host).getHostAddress();
      return new Verdict.Ok(
          address.equals(host)
              ? say("Its address is {0}.", host)
              : say("The address of {0} is {1}.", host, address));
    } catch (UnknownHostException e) {
      return new Verdict.Fault(
          say("This machine knows no host {0}.", host),
          say(
              "Check how it is written, or name the camera by its address, such as 192.0.2.10; the router lists them."));
    }
  }
}
