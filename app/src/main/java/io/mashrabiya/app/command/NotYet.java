package io.mashrabiya.app.command;

import io.mashrabiya.app.doctor.Examination;
import io.mashrabiya.app.doctor.Verdict;

/// Says of a camera that speaks no RTSP that it is not examined.
record NotYet() implements Examination {
  @Override
  public String name() {
    return "pictures";
  }

  @Override
  public Verdict examine() {
    return new Verdict.NotExamined("Only cameras that speak RTSP are examined.");
  }
}
