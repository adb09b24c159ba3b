package io.mashrabiya.media.rtsp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// One alternative of a `Transport` header (RFC 2326, section 12.39).
///
/// @param protocol such as `RTP/AVP/TCP`, in upper case
/// @param interleaved the channels of media and control on the RTSP connection, where they are
///   named
/// @param serverPort from where media come over UDP, where it is named
public record TransportHeader(
    String protocol, Optional<Channels> interleaved, OptionalInt serverPort) {
  private static final int MOST_ALTERNATIVES = 16;

  /// Two channels of an interleaved connection.
  ///
  /// @param media 0 to 255
  /// @param control 0 to 255
  public record Channels(int media, int control) {
    @Override
    public String toString() {
      return media + "-" + control;
    }
  }

  /// The alternatives of a header, best first.
  ///
  /// Leniencies: a single channel number stands for it and the next; a channel or port out of range
  /// or no number counts as not named; unknown parameters are skipped.
  public static List<TransportHeader> read(String header) {
    List<TransportHeader> alternatives = new ArrayList<>();
    for (String alternative : header.split(",", MOST_ALTERNATIVES)) {
      String[] parts = alternative.split(";", -1);
      Optional<Channels> interleaved = Optional.empty();
      OptionalInt serverPort = OptionalInt.empty();
      for (String part : parts) {
        String parameter = part.strip().toLowerCase(Locale.ROOT);
        if (parameter.startsWith("interleaved=")) {
          interleaved = channels(parameter.substring("interleaved=".length()));
        } else if (parameter.startsWith("server_port=")) {
          serverPort = port(parameter.substring("server_port=".length()));
        }
      }
      alternatives.add(
          new TransportHeader(parts[0].strip().toUpperCase(Locale.ROOT), interleaved, serverPort));
    }
    return alternatives;
  }

  /// Whether media would come over the RTSP connection itself.
  public boolean overTcp() {
    return protocol.endsWith("/TCP") || interleaved.isPresent();
  }

  /// The header for media over the RTSP connection on these channels.
  public static String tcp(Channels channels) {
    return "RTP/AVP/TCP;unicast;interleaved=" + channels;
  }

  /// The header for media over UDP to these two ports.
  ///
  /// @param port of the media; of the control it is the next
  public static String udp(int port) {
    return "RTP/AVP;unicast;client_port=" + port + "-" + (port + 1);
  }

  private static OptionalInt port(String text) {
    String number = text.split("-", 2)[0].strip();
    boolean sane = number.matches("0*[1-9][0-9]{0,4}") && Integer.parseInt(number) < 65_535;
    return sane ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
  }

  private static Optional<Channels> channels(String text) {
    String[] numbers = text.split("-", 2);
    int media = channel(numbers[0]);
    int control = numbers.length == 2 ? channel(numbers[1]) : media + 1;
    return media < 0 || control < 0 || control > 255
        ? Optional.empty()
        : Optional.of(new Channels(media, control));
  }

  private static int channel(String text) {
    String number = text.strip();
    return number.matches("[0-9]{1,3}") && Integer.parseInt(number) <= 255
        ? Integer.parseInt(number)
        : -1;
  }
}
