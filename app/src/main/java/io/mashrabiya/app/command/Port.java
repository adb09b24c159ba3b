package io.mashrabiya.app.command;

import io.mashrabiya.app.config.Readings;
import picocli.CommandLine.ITypeConverter;

/// Reads a port on the command line, as in the configuration file.
final class Port implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String typed) {
    return Readings.portTyped(typed).orElseThrow(() -> new NotAValue(Readings.PORT_REMEDY));
  }
}
