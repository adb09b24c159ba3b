package io.mashrabiya.media.jpeg;

import io.mashrabiya.media.jpeg.BaselineJpeg.Reading;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Reads a JPEG file, segment by segment, and refuses in words what RTP cannot carry.
final class BaselineJpegReader {
  private static final int MOST_TABLES = 4;
  private static final int COMPONENTS = 3;
  private static final String CUT_SHORT = "it is cut short";

  private final ByteBuffer bytes;
  private final byte[][] tables = new byte[MOST_TABLES][];
  private final int[] tableOf = new int[COMPONENTS];
  private final int[] idOf = new int[COMPONENTS];
  private Optional<JpegSize> size = Optional.empty();
  private ChromaSampling sampling = ChromaSampling.YUV_420;
  private int restartInterval;

  BaselineJpegReader(byte[] file) {
    this.bytes = ByteBuffer.wrap(file);
  }

  /// What is wrong with a file; it never leaves this class.
  private static final class NotCarried extends Exception {
    private static final long serialVersionUID = 1;

    NotCarried(String words) {
      super(words, null, false, false);
    }

    String words() {
      return String.valueOf(getMessage());
    }
  }

  Reading read() {
    try {
      demand(
          bytes.remaining() >= 2 && marker() == Marker.START_OF_IMAGE, "it does not begin as JPEG");
      int marker = nextMarker();
      while (marker != Marker.START_OF_SCAN) {
        segment(marker, content());
        marker = nextMarker();
      }
      scanHeader(content());
      return new Reading.Understood(picture());
    } catch (NotCarried e) {
      return new Reading.Refused(e.words());
    }
  }

  private void segment(int marker, ByteBuffer content) throws NotCarried {
    switch (marker) {
      case Marker.QUANTIZATION_TABLES -> quantization(content);
      case Marker.BASELINE_FRAME -> frame(content);
      case Marker.RESTART_INTERVAL -> {
        demand(content.remaining() >= 2, CUT_SHORT);
        restartInterval = content.getShort() & 0xffff;
      }
      case Marker.HUFFMAN_TABLES ->
          demand(
              HuffmanTables.areTypical(content),
              "its Huffman tables are its own: switch off their optimization in the encoder");
      default ->
          demand(
              !Marker.isOtherFrame(marker) && marker != Marker.END_OF_IMAGE,
              "it is progressive, lossless or otherwise not baseline");
    }
  }

  private void quantization(ByteBuffer content) throws NotCarried {
    while (content.hasRemaining()) {
      int name = content.get() & 0xff;
      demand(name < MOST_TABLES, "its quantization tables have more than 8 bits");
      demand(content.remaining() >= BaselineJpeg.TABLE_BYTES, CUT_SHORT);
      byte[] table = new byte[BaselineJpeg.TABLE_BYTES];
      content.get(table);
      tables[name] = table;
    }
  }

  private void frame(ByteBuffer content) throws NotCarried {
    demand(content.remaining() >= 6, CUT_SHORT);
    demand(content.get() == 8, "its samples have more than 8 bits");
    int height = content.getShort() & 0xffff;
    int width = content.getShort() & 0xffff;
    demand(width > 0 && height > 0, "it does not say its size");
    demand(content.get() == COMPONENTS, "it has no three components, such as a grey picture");
    demand(content.remaining() >= 3 * COMPONENTS, CUT_SHORT);
    int luma = component(content, 0);
    demand(
        component(content, 1) == ChromaSampling.CHROMA_FACTORS
            && component(content, 2) == ChromaSampling.CHROMA_FACTORS
            && tableOf[1] == tableOf[2],
        "its colour is not sampled as 4:2:0 or 4:2:2");
    sampling = sampling(luma);
    size = Optional.of(new JpegSize(width, height));
  }

  private int component(ByteBuffer content, int number) {
    idOf[number] = content.get();
    int factors = content.get();
    tableOf[number] = content.get();
    return factors;
  }

  private static ChromaSampling sampling(int lumaFactors) throws NotCarried {
    return Arrays.stream(ChromaSampling.values())
        .filter(sampling -> sampling.lumaFactors() == lumaFactors)
        .findFirst()
        .orElseThrow(() -> new NotCarried("its colour is not sampled as 4:2:0 or 4:2:2"));
  }

  private void scanHeader(ByteBuffer content) throws NotCarried {
    demand(content.remaining() >= 4 + 2 * COMPONENTS, CUT_SHORT);
    boolean all = content.get() == COMPONENTS;
    for (int i = 0; i < COMPONENTS && all; i++) {
      all = content.get() == idOf[i] && content.get() == (i == 0 ? 0x00 : 0x11);
    }
    demand(all, "its scan does not hold all three components in their order");
  }

  private BaselineJpeg picture() throws NotCarried {
    JpegSize known = size.orElseThrow(() -> new NotCarried("it does not say its size"));
    byte[] luma = table(tableOf[0]);
    byte[] chroma = table(tableOf[1]);
    byte[] both = Arrays.copyOf(luma, 2 * BaselineJpeg.TABLE_BYTES);
    System.arraycopy(chroma, 0, both, luma.length, chroma.length);
    return new BaselineJpeg(known, sampling, restartInterval, both, scan());
  }

  private byte[] table(int name) throws NotCarried {
    boolean there = name >= 0 && name < MOST_TABLES && tables[name] != null;
    demand(there, "a quantization table is missing");
    return tables[name];
  }

  /// Leniency: a file without an end marker ends where it ends.
  private ByteBuffer scan() throws NotCarried {
    int from = bytes.position();
    int end = bytes.limit();
    for (int i = from; i + 1 < bytes.limit(); i++) {
      int marker = bytes.getShort(i) & 0xffff;
      if (marker > 0xff00 && marker < 0xffff && !Marker.isRestart(marker)) {
        demand(marker == Marker.END_OF_IMAGE, "it has more than one scan");
        end = i;
        break;
      }
    }
    demand(end > from, "its scan is empty");
    return bytes.slice(from, end - from);
  }

  /// The next marker; fill bytes before it are allowed (B.1.1.2).
  private int nextMarker() throws NotCarried {
    demand(bytes.remaining() >= 2, CUT_SHORT);
    int marker = marker();
    while (marker == 0xffff) {
      demand(bytes.hasRemaining(), CUT_SHORT);
      marker = 0xff00 | (bytes.get() & 0xff);
    }
    demand(marker > 0xff00, "something that is no segment stands before its scan");
    return marker;
  }

  private int marker() {
    return bytes.getShort() & 0xffff;
  }

  private ByteBuffer content() throws NotCarried {
    demand(bytes.remaining() >= 2, CUT_SHORT);
    int length = (bytes.getShort() & 0xffff) - 2;
    demand(length >= 0 && length <= bytes.remaining(), CUT_SHORT);
    ByteBuffer content = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return content;
  }

  private static void demand(boolean holds, String otherwise) throws NotCarried {
    if (!holds) {
      throw new NotCarried(otherwise);
    }
  }
}
