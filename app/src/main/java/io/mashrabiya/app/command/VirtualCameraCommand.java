package io.mashrabiya.app.command;

import static io.mashrabiya.words.Sentence.say;

import io.mashrabiya.app.Complaint;
import io.mashrabiya.app.Exit;
import io.mashrabiya.app.Misunderstood;
import io.mashrabiya.app.run.UntilStopped;
import io.mashrabiya.media.CaptureClock;
import io.mashrabiya.media.SoundCodec;
import io.mashrabiya.media.address.Credentials;
import io.mashrabiya.media.scene.CameraView;
import io.mashrabiya.media.scene.Light;
import io.mashrabiya.media.scene.MarkLog;
import io.mashrabiya.media.scene.MarkSize;
import io.mashrabiya.media.scene.Scene;
import io.mashrabiya.media.scene.VirtualCamera;
import io.mashrabiya.media.scene.VirtualCameraOptions;
import io.mashrabiya.wire.codec.Words;
import io.mashrabiya.words.Sentence;
import io.mashrabiya.words.Told;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// An IP camera of its own, for trying and for tests.
@Command(
    name = "virtual-camera",
    header = "An IP camera in software: a drawn room or a video file, over RTSP.")
public final class VirtualCameraCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  private static final class What {
    @Option(
        names = "--scene",
        paramLabel = "ROOM",
        description = "A drawn room: door, nursery or living.")
    private @Nullable String scene;

    @Option(names = "--file", paramLabel = "CLIP", description = "A video file with H.264 in it.")
    private @Nullable Path file;
  }

  @Option(names = "--night", description = "Grey, as by its own infrared lamp.")
  private boolean night;

  @Option(names = "--name", paramLabel = "NAME", description = "Written into the picture.")
  private @Nullable String name;

  @Option(
      names = "--large-mark",
      description = "The machine-readable mark twice as large, for small tiles.")
  private boolean largeMark;

  @Option(
      names = "--sound",
      paramLabel = "CODEC",
      description = "A bell each second: aac, opus, pcmu or pcma.")
  private @Nullable String sound;

  @Option(
      names = "--listen",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "The address to listen on (default: ${DEFAULT-VALUE}).")
  private String listen = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8554",
      converter = Port.class,
      description = "0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--onvif",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Speaks ONVIF, too, on this port, and is found by `discover`.")
  private @Nullable Integer onvif;

  @Option(names = "--user", paramLabel = "USER", description = "Only for who knows this name ...")
  private @Nullable String user;

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      arity = "0..1",
      description = "... and this password; asked for when not written here.")
  private @Nullable String password;

  @Option(
      names = "--mark-log",
      paramLabel = "FILE",
      description = "Writes when each picture was drawn.")
  private @Nullable Path markLog;

  @Override
  public Integer call() throws Complaint, InterruptedException {
    VirtualCameraOptions options = options();
    try (UntilStopped until = UntilStopped.begin();
        MarkLog log = MarkLogs.into(markLog);
        VirtualCamera camera = open(log == null ? options : options.telling(log));
        OnvifFace face =
            OnvifFace.open(
                camera, options, onvif == null ? OptionalInt.empty() : OptionalInt.of(onvif))) {
      camera.firstPicture().get();
      spec.commandLine().getOut().println(camera.address().url());
      face.url().ifPresent(spec.commandLine().getOut()::println);
      spec.commandLine().getOut().flush();
      until.await();
      return Exit.DONE.code();
    } catch (ExecutionException e) {
      throw new Complaint(Exit.FAILED, words(e.getCause()), e);
    } catch (IOException e) {
      throw new Complaint(Exit.FAILED, say("The log cannot be closed: {0}", Told.of(e)), e);
    }
  }

  private VirtualCameraOptions options() throws Complaint {
    var options = VirtualCameraOptions.of(view()).listeningOn(new InetSocketAddress(listen, port));
    if (options.listen().isUnresolved()) {
      throw wrong(say("This machine knows no address {0}: listen on one of its own.", listen));
    }
    if (sound != null) {
      options = options.hearing(codec(sound));
    }
    return user == null ? options : options.onlyFor(credentials(user));
  }

  private SoundCodec codec(String name) {
    return switch (name) {
      case "aac" -> SoundCodec.AAC;
      case "opus" -> SoundCodec.OPUS;
      case "pcmu" -> SoundCodec.PCMU;
      case "pcma" -> SoundCodec.PCMA;
      default -> throw wrong(say("--sound is one of aac, opus, pcmu, pcma."));
    };
  }

  private Credentials credentials(String name) throws Complaint {
    Optional<String> word =
        password == null || password.isEmpty()
            ? Passwords.ask(
                say("Password of {0} at this camera: ", name), spec.commandLine().getOut())
            : Optional.of(password);
    return Passwords.credentials(
        name, word.orElseThrow(() -> wrong(say("--user needs a --password beside it."))));
  }

  private VirtualCamera open(VirtualCameraOptions options) throws Complaint {
    try {
      return VirtualCamera.open(options, CaptureClock.startingAt(InstantSource.system()));
    } catch (IOException e) {
      throw new Complaint(
          Exit.NETWORK,
          say(
              "It cannot listen on {0}. Another --port may be free (0 takes any).",
              listen + ":" + port),
          e);
    }
  }

  private CameraView view() {
    if (password != null && user == null) {
      throw wrong(say("--password needs a --user beside it."));
    }
    if (what.file != null) {
      if (night || largeMark || name != null || markLog != null || sound != null || onvif != null) {
        throw wrong(
            say(
                "--night, --name, --large-mark, --mark-log, --sound and --onvif are for a drawn --scene."));
      }
      return new CameraView.Clip(what.file);
    }
    Scene scene =
        Scene.named(String.valueOf(what.scene))
            .orElseThrow(() -> wrong(say("--scene is one of door, nursery, living.")));
    if (name != null && !Words.fit(name)) {
      throw wrong(say("--name has 1 to 64 characters."));
    }
    var view =
        CameraView.of(
            scene, night ? Light.NIGHT : Light.DAY, name == null ? scene.toString() : name);
    return largeMark ? view.marked(MarkSize.LARGE) : view;
  }

  private Misunderstood wrong(Sentence words) {
    return new Misunderstood(spec.commandLine(), words);
  }

  private static Sentence words(@Nullable Throwable cause) {
    return cause == null || cause.getMessage() == null
        ? say("The camera ended: {0}", String.valueOf(cause))
        : Told.of(cause);
  }
}
