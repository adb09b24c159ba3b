package io.mashrabiya.app.doctor.camera;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// Whether something listens at the camera's port.
///
/// @param off what to do where nothing does
record TcpPort(String host, int port, Duration patience, Sentence off) implements Examination {
  @Override
  public String name() {
    return "port";
  }

  @Override
  public Verdict examine() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
      return new Verdict.Ok(say("Port {0} of {1} is open.", port, host));
    } catch (SocketTimeoutException | NoRouteToHostException e) {
      return new Verdict.Fault(
          say("Nobody answers at {0}.", host),
          say(
              "Check that the camera is on, that its address has not changed, and that it is in this network, not in a guest network."));
    } catch (ConnectException e) {
      return new Verdict.Fault(say("Nothing listens at port {0} of {1}.", port, host), off);
    } catch (IOException e) {
      return new Verdict.Fault(
          say("{0} cannot be reached ({1}).", host, Told.of(e)),
          say("Check this machine's own network, and that the camera is in it."));
    }
  }
}
