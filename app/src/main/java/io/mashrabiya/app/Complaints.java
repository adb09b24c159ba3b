package io.mashrabiya.app;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.config.ConfigurationFault;
import io.mashrabiya.words.Told;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Tells people what went wrong in words, and scripts in exit codes; a stack trace only where
/// `--verbose` asks for it.
final class Complaints implements IExecutionExceptionHandler {
  private final BooleanSupplier verbose;

  Complaints(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    switch (failure) {
      case Told told -> err.println(told.words());
      default -> err.println(say("Something failed that should not: {0}", failure));
    }
    if (verbose.getAsBoolean()) {
      failure.printStackTrace(err);
    }
    return switch (failure) {
      case Complaint complaint -> complaint.exit().code();
      case ConfigurationFault fault -> Exit.CONFIGURATION.code();
      default -> Exit.FAILED.code();
    };
  }
}
