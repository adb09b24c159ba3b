package io.mashrabiya.proof.mutant;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.MethodTypeDesc;

/// One check that is not made any more: a method of a class always answers that all is well.
///
/// @param owner the class's binary name
/// @param method one that answers `boolean`, of a name that its class has once
public record Mutant(String owner, String method) {
  /// For tables: the room, the class and the method.
  public String name() {
    return owner.substring("io.mashrabiya.".length()) + "." + method;
  }

  /// The class with its check taken out.
  ///
  /// @throws IllegalArgumentException when the class has no such method
  byte[] applyTo(byte[] original) {
    ClassFile format = ClassFile.of();
    var model = format.parse(original);
    long found = model.methods().stream().filter(this::isMeant).count();
    if (found != 1) {
      throw new IllegalArgumentException(found + " methods are " + name());
    }
    MethodTransform always =
        (builder, element) -> {
          if (element instanceof CodeModel) {
            builder.withCode(code -> code.iconst_1().ireturn());
          } else {
            builder.with(element);
          }
        };
    return format.transformClass(model, ClassTransform.transformingMethods(this::isMeant, always));
  }

  private boolean isMeant(MethodModel candidate) {
    return candidate.methodName().equalsString(method)
        && MethodTypeDesc.ofDescriptor(candidate.methodType().stringValue())
            .returnType()
            .descriptorString()
            .equals("Z");
  }
}
