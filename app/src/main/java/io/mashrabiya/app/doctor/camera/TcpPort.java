package io.mashrabiya.app.doctor.camera;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// Whether something listens at the camera's port.
///
/// @param where what to check where nothing does
record TcpPort(String host, int port, Duration patience, String where) implements Examination {
  @Override
  public String name() {
    return "port";
  }

  @Override
  public Verdict examine() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
      return new Verdict.Ok("Port " + port + " of " + host + " is open.");
    } catch (SocketTimeoutException | NoRouteToHostException e) {
      return new Verdict.Fault(
          "Nobody answers at " + host + ".",
          "Check that the camera is on, that its address has not changed, and that it is in this network, not in a guest network.");
    } catch (ConnectException e) {
      return new Verdict.Fault(
          "Nothing listens at port " + port + " of " + host + ".",
          "Check that the camera is on, " + where + ".");
    } catch (IOException e) {
      return new Verdict.Fault(
          host + " cannot be reached (" + e.getMessage() + ").",
          "Check this machine's own network, and that the camera is in it.");
    }
  }
}
