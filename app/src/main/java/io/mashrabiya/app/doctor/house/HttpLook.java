package io.mashrabiya.app.doctor.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// What answers a GET in time, with a body of at most a mebibyte.
///
/// @param date by the server's clock (RFC 9110, section 6.6.1), where it tells
record HttpLook(int status, String body, Optional<Instant> date) {
  /// More than an honest server takes.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MOST_BYTES = 1 << 20;
  private static final int OK = 200;

  boolean isOk() {
    return status == OK;
  }

  /// Asks, and blocks until the answer is there.
  ///
  /// @param patience for the whole answer
  /// @param asker who asks, and is closed then
  /// @throws IOException where nobody answers in HTTP, or not in time
  /// @throws SSLException where the server's certificate is not one that the asker trusts
  static HttpLook get(String url, Duration patience, HttpClient asker)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    try (HttpClient client = asker) {
      Future<HttpResponse<String>> answer =
          client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
      try {
        return of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException why ? why : new IOException(e.getCause());
      } catch (TimeoutException e) {
        throw new IOException(e);
      } finally {
        client.shutdownNow(); // else closing waits for an answer that never ends
      }
    }
  }

  private static HttpLook of(HttpResponse<String> response) {
    return new HttpLook(
        response.statusCode(),
        response.body(),
        response.headers().firstValue("Date").flatMap(HttpLook::date));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
