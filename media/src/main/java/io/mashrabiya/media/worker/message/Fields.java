package io.mashrabiya.media.worker.message;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The fields of a body, read in their order. Every read names what it wants, for the words of a
/// refusal.
final class Fields {
  private final ByteBuffer body;

  Fields(byte[] body) {
    this.body = ByteBuffer.wrap(body);
  }

  int unsignedByte(String what) throws MalformedMessage {
    need(Byte.BYTES, what);
    return Byte.toUnsignedInt(body.get());
  }

  int number(String what) throws MalformedMessage {
    need(Integer.BYTES, what);
    return body.getInt();
  }

  /// A number from `least` to `most`, both included.
  int number(int least, int most, String what) throws MalformedMessage {
    int at = body.position();
    int number = number(what);
    if (number < least || number > most) {
      throw new MalformedMessage(at, what + " is " + number);
    }
    return number;
  }

  long wideNumber(String what) throws MalformedMessage {
    need(Long.BYTES, what);
    return body.getLong();
  }

  boolean yes(String what) throws MalformedMessage {
    return choice(2, what) == 1;
  }

  /// The constant whose place it is; the order of an enum that is read so is part of the protocol.
  <E> E one(E[] constants, String what) throws MalformedMessage {
    return constants[choice(constants.length, what)];
  }

  private int choice(int count, String what) throws MalformedMessage {
    int at = body.position();
    int chosen = unsignedByte(what);
    if (chosen >= count) {
      throw new MalformedMessage(at, what + " is " + chosen);
    }
    return chosen;
  }

  byte[] bytes(String what) throws MalformedMessage {
    int length = number(0, body.limit(), "the length of " + what);
    need(length, what);
    byte[] bytes = new byte[length];
    body.get(bytes);
    return bytes;
  }

  String text(String what) throws MalformedMessage {
    return new String(bytes(what), StandardCharsets.UTF_8);
  }

  /// Nothing may follow the last field.
  void end() throws MalformedMessage {
    if (body.hasRemaining()) {
      throw new MalformedMessage(body.position(), "something behind the last field");
    }
  }

  MalformedMessage unknownKind(int kind) {
    return new MalformedMessage(0, "a message of kind " + kind);
  }

  private void need(int count, String what) throws MalformedMessage {
    if (body.remaining() < count) {
      throw new MalformedMessage(body.position(), "no " + what);
    }
  }

  /// Writes a body.
  static final class Writer {
    private final ByteArrayOutputStream bytes;
    private final DataOutputStream out;

    /// @param bulkBytes about how long it will be
    Writer(int kind, int request, int bulkBytes) {
      bytes = new ByteArrayOutputStream(bulkBytes + 64);
      out = new DataOutputStream(bytes);
      unsignedByte(kind).number(request);
    }

    Writer unsignedByte(int value) {
      return write(() -> out.writeByte(value));
    }

    Writer number(int value) {
      return write(() -> out.writeInt(value));
    }

    Writer wideNumber(long value) {
      return write(() -> out.writeLong(value));
    }

    Writer yes(boolean value) {
      return unsignedByte(value ? 1 : 0);
    }

    <E extends Enum<E>> Writer one(E constant) {
      return unsignedByte(
          List.of(constant.getDeclaringClass().getEnumConstants()).indexOf(constant));
    }

    Writer bytes(byte[] value) {
      return number(value.length).write(() -> out.write(value));
    }

    Writer text(String value) {
      return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    byte[] body() {
      return bytes.toByteArray();
    }

    private Writer write(Write one) {
      try {
        one.write();
        return this;
      } catch (IOException e) {
        throw new UncheckedIOException("memory does not fail to be written", e);
      }
    }

    private interface Write {
      void write() throws IOException;
    }
  }
}
