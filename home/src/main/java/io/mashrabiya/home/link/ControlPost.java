package io.mashrabiya.home.link;

import io.mashrabiya.wire.link.HomeSays;

/// Where what the home says on its control link goes. While the link is down it is forgotten: at
/// the next welcome the relay is told everything anew. Returns at once.
@FunctionalInterface
public interface ControlPost {
  void say(HomeSays message);
}
