package io.mashrabiya.app.doctor.house;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// What answers a GET, within ten seconds; of its body the first 64 KiB.
///
/// @param date by the server's clock (RFC 9110, section 6.6.1), where it tells
record HttpLook(int status, String body, Optional<Instant> date) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 64 << 10;
  private static final int OK = 200;

  boolean isOk() {
    return status == OK;
  }

  /// Empty where nobody answers in HTTP.
  static Optional<HttpLook> at(String url) throws InterruptedException {
    try {
      return Optional.of(get(url));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// @throws SSLException where the server's certificate is not one to trust
  static HttpLook get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var response = client.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        String text = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        return new HttpLook(
            response.statusCode(),
            text,
            response.headers().firstValue("Date").flatMap(HttpLook::date));
      }
    }
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
