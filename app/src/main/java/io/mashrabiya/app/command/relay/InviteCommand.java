package io.mashrabiya.app.command.relay;

import io.mashrabiya.app.Exit;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Makes a code by which one home may come in.
@Command(
    name = "invite",
    header = "Prints a code by which one home may come in, once.",
    description = {
      "The home names it with --relay-invite, or household.relay-invite in its configuration.",
      "It opens the relay to a home, and nobody's cameras to anybody."
    })
public final class InviteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private RunningRelay relay = new RunningRelay();

  @Option(
      names = "--hours",
      paramLabel = "HOURS",
      defaultValue = "72",
      description = "How long it is good (default: 72).")
  private int hours = 72;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    byte[] answer = relay.post("/invite?hours=" + hours);
    String code = RunningRelay.read(answer, told -> told.text("code"));
    out.println(code);
    out.flush();
    return Exit.DONE.code();
  }
}
