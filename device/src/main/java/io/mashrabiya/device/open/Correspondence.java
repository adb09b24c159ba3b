package io.mashrabiya.device.open;

import io.mashrabiya.device.accept.Moment;
import io.mashrabiya.device.link.LinkFailed;
import io.mashrabiya.vault.letter.DeviceLetters;
import io.mashrabiya.wire.keys.Nonce;
import io.mashrabiya.wire.keys.RequestHash;
import io.mashrabiya.wire.letter.Answer;
import io.mashrabiya.wire.letter.Letter;
import io.mashrabiya.wire.letter.RefusedReason;
import io.mashrabiya.wire.letter.Stamp;
import io.mashrabiya.wire.member.Edition;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Questions to the home and their answers. An answer counts only for the request that it names and
/// that is still waited for, and once: one that is repeated or late says nothing, not even what the
/// home's clock shows. Any thread may ask; the link's reader hands answers in.
final class Correspondence {
  private static final SecureRandom RANDOM = new SecureRandom();

  /// No answer bounds the age of anything after that.
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Map<RequestHash, Pending> open = new ConcurrentHashMap<>();
  private final HomeClock homeClock = new HomeClock();
  private final Clocks clocks;
  private final DeviceLetters letters;
  private final Post post;
  private final Consumer<Exchange> heard;
  private final Supplier<Edition> held;

  /// A question that waits for its answer.
  ///
  /// @param whole what whoever asked waits for
  private record Pending(
      Moment sentAt, Consumer<Exchange> then, CompletableFuture<Exchange> whole) {}

  /// Where letters are dropped.
  @FunctionalInterface
  interface Post {
    void send(Letter letter) throws LinkFailed;
  }

  /// An answer with what it answers.
  ///
  /// @param sentAt when the question was sent: what an answer says is of that time or later
  record Exchange(RequestHash request, Moment sentAt, Answer answer) {}

  /// @param heard takes every answer that counts, refusals among them: each bounds the age of
  ///   pictures
  /// @param held the member list that the device holds at the moment
  Correspondence(
      Clocks clocks,
      DeviceLetters letters,
      Post post,
      Consumer<Exchange> heard,
      Supplier<Edition> held) {
    this.clocks = clocks;
    this.letters = letters;
    this.post = post;
    this.heard = heard;
    this.held = held;
  }

  /// Asks and waits. When the home's clock is another than was reckoned, asks once more by it.
  ///
  /// @param patience for both
  Exchange ask(Looking.Question question, Duration patience)
      throws LinkFailed, InterruptedException {
    CompletableFuture<Exchange> answer = ask(question);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new LinkFailed("the home did not answer", e);
    } finally {
      answer.cancel(false);
    }
  }

  /// The same without waiting. Whoever gives up waiting cancels it: what comes later is not heard.
  CompletableFuture<Exchange> ask(Looking.Question question) {
    var whole = new CompletableFuture<Exchange>();
    askOnce(
        question,
        whole,
        first -> {
          boolean clockWasOff =
              first.answer() instanceof Answer.Refused refused
                  && refused.reason() == RefusedReason.CLOCK;
          if (clockWasOff) {
            askOnce(question, whole, whole::complete);
          } else {
            whole.complete(first);
          }
        });
    return whole;
  }

  /// @param whole ends it when it ends
  private void askOnce(
      Looking.Question question, CompletableFuture<Exchange> whole, Consumer<Exchange> then) {
    if (whole.isDone()) {
      return; // whoever asked waits no more
    }
    Moment now = clocks.now();
    forget(now);
    Letter letter = letters.seal(question.with(stamp()));
    RequestHash hash = letter.hash();
    Pending pending = new Pending(now, then, whole);
    open.put(hash, pending);
    var _ = whole.whenComplete((exchange, failure) -> open.remove(hash, pending));
    try {
      post.send(letter);
    } catch (LinkFailed e) {
      whole.completeExceptionally(e);
    }
  }

  /// A question that nobody gives up by himself is given up here: its answer would be of a time
  /// that is over.
  private void forget(Moment now) {
    for (Pending pending : List.copyOf(open.values())) {
      if (now.since(pending.sentAt).compareTo(LONGEST) > 0) {
        pending.whole.cancel(false);
      }
    }
  }

  /// Sends without waiting for an answer.
  void tell(Looking.Question question) throws LinkFailed {
    post.send(letters.seal(question.with(stamp())));
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
    Exchange exchange = new Exchange(answer.request(), pending.sentAt, answer);
    heard.accept(exchange);
    pending.then.accept(exchange);
  }

  /// The link is gone: whoever waits, waits in vain.
  void ended() {
    LinkFailed why = new LinkFailed("the link ended");
    open.values().forEach(pending -> pending.whole.completeExceptionally(why));
  }

  private Stamp stamp() {
    Edition list = held.get();
    synchronized (homeClock) {
      return new Stamp(Nonce.random(RANDOM), homeClock.at(clocks.now()), list);
    }
  }
}
