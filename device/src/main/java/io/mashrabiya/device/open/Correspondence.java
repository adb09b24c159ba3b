package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.vault.letter.DeviceLetters;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Request;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Questions to the home and their answers. An answer counts only for the request that it names and
/// that is still waited for. Any thread may ask; the link's reader hands answers in.
final class Correspondence {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<RequestHash, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();
  private final HomeClock homeClock = new HomeClock();
  private final Clocks clocks;
  private final DeviceLetters letters;
  private final Post post;

  /// Where letters are dropped.
  @FunctionalInterface
  interface Post {
    void send(Letter letter) throws LinkFailed;
  }

  /// Makes the request with a fresh nonce and the home's time.
  interface Question {
    Request with(Nonce nonce, Instant homeTime);
  }

  /// An answer with what it answers.
  ///
  /// @param sentAt when the question was sent: what an answer says is of that time or later
  record Exchange(RequestHash request, Moment sentAt, Answer answer) {}

  Correspondence(Clocks clocks, DeviceLetters letters, Post post) {
    this.clocks = clocks;
    this.letters = letters;
    this.post = post;
  }

  /// Asks and waits. When the home's clock is another than was reckoned, asks once more by it.
  Exchange ask(Question question, Duration patience) throws LinkFailed, InterruptedException {
    Exchange first = askOnce(question, patience);
    boolean clockWasOff =
        first.answer() instanceof Answer.Refused refused && refused.reason() == RefusedReason.CLOCK;
    return clockWasOff ? askOnce(question, patience) : first;
  }

  private Exchange askOnce(Question question, Duration patience)
      throws LinkFailed, InterruptedException {
    Letter letter = letters.seal(question.with(Nonce.random(RANDOM), homeTime()));
    CompletableFuture<Answer> answered = new CompletableFuture<>();
    open.put(letter.hash(), answered);
    try {
      Moment sentAt = clocks.now();
      post.send(letter);
      Answer answer = answered.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Exchange(letter.hash(), sentAt, answer);
    } catch (ExecutionException | TimeoutException e) {
      throw new LinkFailed("the home did not answer", e);
    } finally {
      open.remove(letter.hash());
    }
  }

  /// Sends without waiting for an answer.
  void tell(Question question) throws LinkFailed {
    post.send(letters.seal(question.with(Nonce.random(RANDOM), homeTime())));
  }

  /// The home's word came in.
  void answered(Answer answer) {
    synchronized (homeClock) {
      homeClock.heard(answer.clock(), clocks.now());
    }
    Optional.ofNullable(open.get(answer.request())).ifPresent(waits -> waits.complete(answer));
  }

  /// The link is gone: whoever waits, waits in vain.
  void ended() {
    LinkFailed why = new LinkFailed("the link ended");
    open.values().forEach(waits -> waits.completeExceptionally(why));
  }

  private Instant homeTime() {
    synchronized (homeClock) {
      return homeClock.at(clocks.now());
    }
  }
}
