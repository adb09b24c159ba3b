package io.mashrabiya.home.authority;

/// What becomes of a newcomer.
public sealed interface Enrolment {
  /// It belongs to the household from now on: store the roster, then answer.
  record Admitted(Member member) implements Enrolment {}

  /// It belongs already, and its answer may have been lost: answer again.
  record Again(Member member) implements Enrolment {}

  /// Not with this invite, or not any more; why is nobody's business.
  record Refused() implements Enrolment {}
}
