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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Questions to the home and their answers. An answer counts only for the request that it names and
/// that is still waited for, and once: one that is repeated or late says nothing, not even what the
/// home's clock shows. Any thread may ask; the link's reader hands answers in.
final class Correspondence {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<RequestHash, Pending> open = new ConcurrentHashMap<>();
  private final HomeClock homeClock = new HomeClock();
  private final Clocks clocks;
  private final DeviceLetters letters;
  private final Post post;
  private final Consumer<Exchange> heard;

  /// A question that waits for its answer.
  private record Pending(Moment sentAt, CompletableFuture<Answer> answered) {}

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

  /// @param heard takes every answer that counts, refusals among them: each bounds the age of
  ///   pictures
  Correspondence(Clocks clocks, DeviceLetters letters, Post post, Consumer<Exchange> heard) {
    this.clocks = clocks;
    this.letters = letters;
    this.post = post;
    this.heard = heard;
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
    Pending pending = new Pending(clocks.now(), new CompletableFuture<>());
    open.put(letter.hash(), pending);
    try {
      post.send(letter);
      Answer answer = pending.answered.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Exchange(letter.hash(), pending.sentAt, answer);
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
    Pending pending = open.remove(answer.request());
    if (pending == null) {
      return;
    }
    synchronized (homeClock) {
      homeClock.heard(answer.clock(), clocks.now());
    }
    heard.accept(new Exchange(answer.request(), pending.sentAt, answer));
    pending.answered.complete(answer);
  }

  /// The link is gone: whoever waits, waits in vain.
  void ended() {
    LinkFailed why = new LinkFailed("the link ended");
    open.values().forEach(pending -> pending.answered.completeExceptionally(why));
  }

  private Instant homeTime() {
    synchronized (homeClock) {
      return homeClock.at(clocks.now());
    }
  }
}
