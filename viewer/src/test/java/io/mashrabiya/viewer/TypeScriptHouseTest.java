package io.mashrabiya.viewer;

/// The viewer's tests of a whole house, which mostly wait: in a process of their own beside the
/// others.
class TypeScriptHouseTest extends TypeScriptFiles {
  static boolean isOfTheHouse(String bundle) {
    return bundle.startsWith("house/");
  }

  @Override
  boolean takes(String bundle) {
    return isOfTheHouse(bundle);
  }
}
