package io.mashrabiya.proof.mutant;

import java.io.IOException;
import java.io.InputStream;

/// Loads all of our classes anew, one of them as a mutant; everything else, and what histories take
/// their chance from, is shared.
final class MutantLoader extends ClassLoader {
  private static final String OURS = "io.mashrabiya.";
  private static final String SHARED = "io.mashrabiya.proof.seed.";

  private final Mutant mutant;

  MutantLoader(Mutant mutant) {
    super(MutantLoader.class.getClassLoader());
    this.mutant = mutant;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS) || name.startsWith(SHARED)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : load(name);
    }
  }

  private Class<?> load(String name) throws ClassNotFoundException {
    String path = name.replace('.', '/') + ".class";
    try (InputStream file = getParent().getResourceAsStream(path)) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] original = file.readAllBytes();
      byte[] bytes = name.equals(mutant.owner()) ? mutant.applyTo(original) : original;
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
