package io.mashrabiya.app;

import io.mashrabiya.app.config.ConfigurationFault;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Tells people what went wrong in words, and scripts in exit codes; a stack trace only where
/// `--verbose` asks for it.
final class Complaints implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    switch (failure) {
      case Complaint complaint -> err.println(complaint.getMessage());
      case ConfigurationFault fault -> err.println(fault.getMessage());
      default -> err.println("Something failed that should not: " + failure);
    }
    if (parsed.hasMatchedOption("--verbose")) {
      failure.printStackTrace(err);
    }
    return switch (failure) {
      case Complaint complaint -> complaint.exit().code();
      case ConfigurationFault fault -> Exit.CONFIGURATION.code();
      default -> Exit.FAILED.code();
    };
  }
}
