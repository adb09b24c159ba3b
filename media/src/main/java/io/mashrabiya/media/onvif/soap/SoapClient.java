package io.mashrabiya.media.onvif.soap;

import static io.mashrabiya.words.Sentence.quoted;
import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.auth.Challenge;
import io.mashrabiya.media.auth.ClientAuthentication;
import io.mashrabiya.media.onvif.xml.Namespace;
import io.mashrabiya.media.onvif.xml.XmlElement;
import io.mashrabiya.media.onvif.xml.XmlReader;
import io.mashrabiya.words.Sentence;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Asks a camera over HTTP, and authenticates in whichever of ONVIF's two ways it takes: a
/// UsernameToken dated by the camera's own clock, and HTTP Digest once it has answered 401 (ONVIF
/// Core Specification, section 5.9).
///
/// Guarantee: the password goes out only within a hash, never by HTTP Basic; redirects and proxies
/// are not followed. An answer is at most [XmlReader#MOST_BYTES] long and comes within the
/// settings' time, however slowly it drips. Blocking; owned by one thread, but [#close] and
/// [#pause] may be called from any.
public final class SoapClient implements AutoCloseable {
  private static final int UNAUTHORIZED = 401;
  private static final int OK = 200;
  private static final int NONCE_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpClient http;
  private final Optional<Credentials> credentials;
  private final SoapSettings settings;
  private final InstantSource clock;
  private final ClientAuthentication digest;
  private Duration clockOffset = Duration.ZERO;
  private volatile boolean paused;
  private volatile Runnable cancelWaiting = () -> {};
  private volatile boolean closed;

  /// @param clock this side's time; the camera's is told by [#setClockOffset]
  public SoapClient(Optional<Credentials> credentials, SoapSettings settings, InstantSource clock) {
    this.credentials = credentials;
    this.settings = settings;
    this.clock = clock;
    this.digest = new ClientAuthentication(credentials, () -> HexFormat.of().formatHex(nonce()));
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectWait())
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  /// How far the camera's clock is ahead of this side's; tokens are dated by it.
  public void setClockOffset(Duration ahead) {
    clockOffset = ahead;
  }

  /// Asks as nobody, whatever credentials there are.
  public Answer<XmlElement> askAsNobody(SoapRequest request) {
    return send(request, Optional.empty(), Optional.empty())
        .then(response ->
            response.statusCode() == UNAUTHORIZED
                ? new Answer.Failed<>(new OnvifFailure.CredentialsNeeded())
                : read(request, response, false));
  }

  /// Asks, with credentials where there are any. Once more where the connection broke: cameras
  /// close connections that lay idle without a word.
  public Answer<XmlElement> ask(SoapRequest request) {
    Answer<XmlElement> answer = askOnce(request);
    return answer instanceof Answer.Failed<XmlElement>(OnvifFailure.ConnectionLost _)
        ? askOnce(request)
        : answer;
  }

  /// Goes on after [#pause].
  public void resume() {
    paused = false;
  }

  /// Ends the question that waits; it and those that follow fail as [OnvifFailure.Stopped], until
  /// [#resume].
  public void pause() {
    paused = true;
    cancelWaiting.run();
  }

  /// Ends it: a question that waits fails as [OnvifFailure.Stopped].
  @Override
  public void close() {
    closed = true;
    pause();
    http.shutdownNow();
  }

  private Answer<XmlElement> askOnce(SoapRequest request) {
    Optional<String> authorization = authorization(request);
    Optional<XmlElement> token = authorization.isPresent() ? Optional.empty() : token();
    return send(request, token, authorization)
        .then(response ->
            response.statusCode() == UNAUTHORIZED
                ? challenged(request, response)
                : read(request, response, credentials.isPresent()));
  }

  /// Answers a challenge, once.
  private Answer<XmlElement> challenged(SoapRequest request, HttpResponse<byte[]> response) {
    List<String> headers = response.headers().allValues("WWW-Authenticate");
    boolean spoken = Challenge.read(headers).stream().anyMatch(Challenge.Digest.class::isInstance);
    if (credentials.isEmpty()) {
      return new Answer.Failed<>(new OnvifFailure.CredentialsNeeded());
    }
    if (!spoken) {
      return new Answer.Failed<>(
          headers.isEmpty()
              ? new OnvifFailure.CredentialsRefused()
              : new OnvifFailure.AuthenticationNotSpoken());
    }
    digest.challenged(headers);
    return send(request, Optional.empty(), authorization(request))
        .then(again ->
            again.statusCode() == UNAUTHORIZED
                ? new Answer.Failed<>(new OnvifFailure.CredentialsRefused())
                : read(request, again, true));
  }

  private Optional<XmlElement> token() {
    return credentials.map(
        known -> UsernameToken.header(known, nonce(), clock.instant().plus(clockOffset)));
  }

  /// The header of HTTP Digest, once there was a challenge.
  private Optional<String> authorization(SoapRequest request) {
    String query = request.to().getRawQuery();
    String path = request.to().getRawPath() + (query == null ? "" : "?" + query);
    return digest.header("POST", path);
  }

  private Answer<HttpResponse<byte[]>> send(
      SoapRequest request, Optional<XmlElement> token, Optional<String> authorization) {
    List<XmlElement> headers = new ArrayList<>(request.headers());
    token.ifPresent(headers::add);
    byte[] message = new Envelope(headers, request.body()).write(Namespace.TOPICS);
    HttpRequest.Builder post =
        HttpRequest.newBuilder(request.to())
            .header(
                "Content-Type",
                "application/soap+xml; charset=utf-8; action=\"" + request.action() + '"')
            .POST(BodyPublishers.ofByteArray(message));
    authorization.ifPresent(value -> post.header("Authorization", value));
    if (closed || paused) {
      return new Answer.Failed<>(new OnvifFailure.Stopped());
    }
    var question =
        http.sendAsync(
            post.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), XmlReader.MOST_BYTES));
    cancelWaiting = () -> question.cancel(true);
    if (paused) {
      question.cancel(true);
    }
    try {
      Answer<HttpResponse<byte[]>> answer = await(question, request);
      return paused ? new Answer.Failed<>(new OnvifFailure.Stopped()) : answer;
    } finally {
      question.cancel(true); // gives up what is still on its way
    }
  }

  private Answer<HttpResponse<byte[]>> await(
      CompletableFuture<HttpResponse<byte[]>> question, SoapRequest request) {
    Duration longest = settings.connectWait().plus(settings.answerWait()).plus(request.patience());
    try {
      return new Answer.Given<>(question.get(longest.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return new Answer.Failed<>(new OnvifFailure.Silent(quoted(request.operation())));
    } catch (CancellationException e) {
      return new Answer.Failed<>(new OnvifFailure.Stopped());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed<>(new OnvifFailure.Stopped());
    } catch (ExecutionException e) {
      return new Answer.Failed<>(failure(e.getCause()));
    }
  }

  private static OnvifFailure failure(@Nullable Throwable cause) {
    String message = cause == null ? null : cause.getMessage();
    return switch (cause) {
      case HttpConnectTimeoutException _ ->
          new OnvifFailure.Unreachable(say("no connection in time"));
      case UnresolvedAddressException _ -> new OnvifFailure.Unreachable(say("no such host"));
      case ConnectException refused when refused.getCause() instanceof UnresolvedAddressException ->
          new OnvifFailure.Unreachable(say("no such host"));
      case ConnectException _ ->
          new OnvifFailure.Unreachable(
              message == null ? say("connection refused") : quoted(Shown.of(message)));
      case null, default ->
          new OnvifFailure.ConnectionLost(
              message == null ? say("no answer") : quoted(Shown.of(message)));
    };
  }

  private static Answer<XmlElement> read(
      SoapRequest request, HttpResponse<byte[]> response, boolean known) {
    String operation = request.operation();
    return switch (Envelope.read(response.body())) {
      case Envelope.Reading.Malformed _ when response.statusCode() != OK ->
          new Answer.Failed<>(new OnvifFailure.Refused(operation, response.statusCode()));
      case Envelope.Reading.Malformed(Sentence production, int offset) ->
          new Answer.Failed<>(new OnvifFailure.Malformed(operation, production, offset));
      case Envelope.Reading.Understood(Envelope envelope) ->
          judge(operation, envelope.body(), known);
    };
  }

  private static Answer<XmlElement> judge(String operation, XmlElement body, boolean known) {
    if (body.is("Fault")) {
      return new Answer.Failed<>(SoapFault.read(body).failure(operation, known));
    }
    return body.is(operation + "Response")
        ? new Answer.Given<>(body)
        : new Answer.Failed<>(
            new OnvifFailure.Malformed(
                operation, say("{0} in the body", operation + "Response"), 0));
  }

  private static byte[] nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return nonce;
  }
}
