package io.mashrabiya.relay.console;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.relay.link.EventLoop;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Function;

/// A Unix socket in the relay's folder, at which the operator's commands ask, in HTTP/1.1.
///
/// Guarantee: only who may enter the folder reaches it (folder 0700, socket 0600). Not guaranteed:
/// anything against programs that run as the same user. It shows ids, times, sizes and numbers,
/// because the relay has nothing else.
///
/// Belongs to the event loop.
public final class Console {
  private static final System.Logger LOG = System.getLogger(Console.class.getName());
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;
  private static final int IDLE_SECONDS = 20;

  /// A reason of the most characters, each written as up to nine, and what is around it.
  private static final int MOST_LINE = 4_096;

  private final HttpServer server;
  private final Function<Order, Future<byte[]>> carryOut;
  private final Path path;

  private Console(HttpServer server, Function<Order, Future<byte[]>> carryOut, Path path) {
    this.server = server;
    this.carryOut = carryOut;
    this.path = path;
  }

  /// Opens it. Blocks, so not to be called on the loop.
  ///
  /// @param path of the socket; what a relay left there that was killed goes
  /// @param carryOut is called on the loop with what is asked, and answers in JSON; what it fails
  ///   with is shown to the operator
  public static Console open(Vertx vertx, Path path, Function<Order, Future<byte[]>> carryOut)
      throws IOException {
    Files.deleteIfExists(path);
    var options =
        new HttpServerOptions()
            .setHttp2ClearTextEnabled(false)
            .setMaxInitialLineLength(MOST_LINE)
            .setMaxHeaderSize(4_096)
            .setIdleTimeout(IDLE_SECONDS);
    var console = new Console(vertx.createHttpServer(options), carryOut, path);
    console.server.requestHandler(console::serve);
    EventLoop.await(console.server.listen(SocketAddress.domainSocketAddress(path.toString())));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    return console;
  }

  private void serve(HttpServerRequest request) {
    var order = Order.read(request.method().name(), request.path(), request::getParam);
    if (order.isEmpty()) {
      end(
          request.response().setStatusCode(BAD_REQUEST),
          say("This relay does not know that order."));
      return;
    }
    carryOut
        .apply(order.get())
        .onSuccess(answer -> request.response().end(Buffer.buffer(answer)))
        .onFailure(failure -> {
          LOG.log(Level.WARNING, "an order of the operator failed", failure);
          end(request.response().setStatusCode(CONFLICT), Told.of(failure));
        });
  }

  private static void end(HttpServerResponse response, Sentence words) {
    response
        .putHeader("Content-Type", "application/json")
        .end(Buffer.buffer(new Refusal(words).bytes()));
  }

  /// Closes it, and takes its file away. Blocks, so not to be called on the loop.
  public void close() {
    try {
      EventLoop.await(server.close());
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "closing failed", e);
    }
  }
}
