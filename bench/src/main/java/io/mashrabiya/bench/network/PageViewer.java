package io.mashrabiya.bench.network;

import io.mashrabiya.bench.process.Parts;
import io.mashrabiya.testkit.Chromium;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// The viewer's page in a browser at the end of a line, paired and settled while that was good.
final class PageViewer implements Viewer {
  private final Parts parts;
  private final NetworkHouse house;
  private final String name;
  private final Visitor visitor;
  private final String address;
  private Duration warmUp = Duration.ZERO;
  private Duration length = Duration.ZERO;

  private PageViewer(
      Parts parts, NetworkHouse house, String name, Visitor visitor, String address) {
    this.parts = parts;
    this.house = house;
    this.name = name;
    this.visitor = visitor;
    this.address = address;
  }

  static PageViewer at(NetworkHouse house, int line, String name) throws Exception {
    Parts parts = new Parts();
    try {
      Chromium chromium = parts.hold(house.browser(line));
      Visitor visitor = parts.hold(Visitor.at(chromium));
      visitor.goTo(house.invite());
      visitor.settle(); // whether or not it keeps something, it is paired
      String address = visitor.address();
      visitor.leave();
      return new PageViewer(parts, house, name, visitor, address);
    } catch (Exception e) {
      parts.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin(Duration before, Duration turn) {
    warmUp = before;
    length = turn;
    visitor.open(address);
  }

  /// Ages are counted from the marks.
  @Override
  public Onlook end() throws IOException {
    visitor.linger(warmUp);
    double begun = visitor.begin();
    visitor.linger(length);
    Looks looks = visitor.seenSince(begun, house::drawnMillis);
    visitor.leave();
    List<Long> ages = looks.aged().stream().map(one -> Math.round(one.seconds() * 1e3)).toList();
    return new Onlook(looks.distinct(), ages);
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
