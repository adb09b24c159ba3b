package io.mashrabiya.proof.rules.planted.home;

final class Prints {
  void say() {
    System.out.println("hello");
  }
}
