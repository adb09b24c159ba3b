package io.mashrabiya.home;

import io.mashrabiya.home.authority.InviteTerms;
import io.mashrabiya.media.rtsp.RtspAddress;
import io.mashrabiya.vault.secret.InsecureSecretAccess;
import io.mashrabiya.wire.link.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A home in a process of its own, to be killed. Prints a pairing link and runs on.
final class ChildHome {
  private ChildHome() {}

  /// @param arguments data folder, relay's origin, port and path of the camera
  public static void main(String[] arguments) throws Exception {
    var camera = new RtspAddress("127.0.0.1", Integer.parseInt(arguments[2]), arguments[3]);
    Home home =
        Home.open(
            new HomeOptions(
                Path.of(arguments[0]),
                new Origin(arguments[1]),
                "Killed house",
                List.of(new CameraSettings("Door", camera, Optional.empty())),
                Optional.empty()));
    home.start();
    System.out.println(home.invite(InviteTerms.ONE_DEVICE).url("", InsecureSecretAccess.token()));
    new CountDownLatch(1).await();
  }
}
