package io.mashrabiya.viewer;

/// The viewer's tests, but for those of a whole house.
class TypeScriptTest extends TypeScriptFiles {
  @Override
  boolean takes(String bundle) {
    return !TypeScriptHouseTest.isOfTheHouse(bundle);
  }
}
