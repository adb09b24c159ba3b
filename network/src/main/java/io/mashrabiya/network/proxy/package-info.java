/// A bad line for TCP connections on any machine and without rights: a proxy.
@NullMarked
package io.mashrabiya.network.proxy;

import org.jspecify.annotations.NullMarked;
