package io.mashrabiya.proof.mutant;

import io.mashrabiya.device.open.Looking;
import io.mashrabiya.home.desk.Desk;
import io.mashrabiya.relay.route.Routes;
import io.mashrabiya.vault.seal.FrameOpener;
import io.mashrabiya.wire.check.Check;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All checks of the classes that ship, each as the mutant without it: whatever is marked with
/// [Check] is one.
public final class Mutants {
  private static final List<Class<?>> ROOMS =
      List.of(Check.class, FrameOpener.class, Looking.class, Desk.class, Routes.class);

  private static final String MARK = Check.class.descriptorString();

  private Mutants() {}

  public static List<Mutant> all() throws IOException {
    List<Mutant> all = new ArrayList<>();
    for (Class<?> one : ROOMS) {
      all.addAll(of(one));
    }
    all.sort(Comparator.comparing(Mutant::name));
    return all;
  }

  /// Those of the module that a class is from, whether it lies in a folder or a jar.
  private static List<Mutant> of(Class<?> one) throws IOException {
    try {
      Path place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return under(place);
      }
      try (FileSystem jar =
          FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
        return under(jar.getPath("/"));
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static List<Mutant> under(Path root) throws IOException {
    List<Mutant> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        ClassModel model = ClassFile.of().parse(Files.readAllBytes(file));
        String owner = model.thisClass().asInternalName().replace('/', '.');
        model.methods().stream()
            .filter(Mutants::isMarked)
            .forEach(method -> found.add(new Mutant(owner, method.methodName().stringValue())));
      }
    }
    return found;
  }

  private static boolean isMarked(MethodModel method) {
    return method.findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
        .flatMap(marks -> marks.annotations().stream())
        .anyMatch(mark -> mark.className().equalsString(MARK));
  }
}
