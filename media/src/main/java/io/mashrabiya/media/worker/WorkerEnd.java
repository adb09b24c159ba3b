package io.mashrabiya.media.worker;

/// How a worker ended while it was to answer.
enum WorkerEnd {
  DIED(DoorEvent.DEATH, WhyNot.DECODER_DIED, "died"),
  TOO_LATE(DoorEvent.DEADLINE_KILL, WhyNot.TOO_LATE, "took too long and was ended"),
  TOO_MUCH_MEMORY(DoorEvent.MEMORY_KILL, WhyNot.NO_MEMORY, "took too much memory and was ended"),
  NONSENSE(DoorEvent.NONSENSE_KILL, WhyNot.DECODER_DIED, "answered nonsense and was ended"),
  /// The caller was interrupted, or the door closed: nobody's fault.
  UNWANTED(DoorEvent.UNWANTED_END, WhyNot.CLOSED, "was not wanted any more");

  private final DoorEvent event;
  private final WhyNot whyNot;
  private final String words;

  WorkerEnd(DoorEvent event, WhyNot whyNot, String words) {
    this.event = event;
    this.whyNot = whyNot;
    this.words = words;
  }

  /// How it is counted.
  DoorEvent event() {
    return event;
  }

  /// What whoever asked is told.
  WhyNot whyNot() {
    return whyNot;
  }

  /// For the log, after "the decoder".
  String words() {
    return words;
  }
}
