package io.mashrabiya.app.doctor.house;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/// Whether a port can be listened on, or is by a Mashrabiya.
///
/// @param name of the examination
/// @param key in the configuration, for the remedy
/// @param option on the command line, for the remedy
/// @param path at which a relay of ours answers
/// @param sign what stands in its answer
record PortFree(
    String name, String key, String option, String host, int port, String path, String sign)
    implements Examination {
  static PortFree ofRelay(String host, int port) {
    return new PortFree("port", "relay.listen", "--port", host, port, "/healthz", "ok");
  }

  static PortFree ofMetrics(int port) {
    return new PortFree(
        "metrics", "relay.metrics", "--metrics", "127.0.0.1", port, "/metrics", "mashrabiya");
  }

  @Override
  public Verdict examine() throws InterruptedException {
    String where = "Port " + port + " on " + host;
    if (port == 0) {
      return new Verdict.Ok("Any free port is taken.");
    }
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true); // as servers do: one that ended a moment ago is not in the way
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return new Verdict.Ok(where + " is free.");
    } catch (UnknownHostException e) {
      return new Verdict.Fault(
          "This machine knows no address " + host + ".",
          "Write one of its own, or 0.0.0.0 for all of them, at " + key + ".");
    } catch (BindException e) {
      return taken(where);
    } catch (IOException e) {
      return new Verdict.Fault(
          where + " cannot be listened on (" + e.getMessage() + ").",
          "Name another by " + option + " or " + key + ".");
    }
  }

  private Verdict taken(String where) throws InterruptedException {
    return HttpLook.at("http://" + asked() + ":" + port + path, HttpLook.PATIENCE)
            .filter(look -> look.isOk() && look.body().contains(sign))
            .isPresent()
        ? new Verdict.Ok(where + " is taken by what answers as a Mashrabiya that runs.")
        : new Verdict.Fault(
            where
                + " cannot be listened on: another program has it, it is not allowed, or the address is not this machine's.",
            "Stop the other program, or name another port by " + option + " or " + key + ".");
  }

  /// By which name it is asked: a relay on this machine goes by `localhost`.
  private String asked() {
    String bare = host.replaceAll("[\\[\\]]", "");
    if (bare.equals("127.0.0.1") || bare.equals("0.0.0.0") || bare.equals("::")) {
      return "localhost";
    }
    return bare.indexOf(':') < 0 ? bare : "[" + bare + "]";
  }
}
