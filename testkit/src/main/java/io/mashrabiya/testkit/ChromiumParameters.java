package io.mashrabiya.testkit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands browser and tabs to the tests of a [ChromiumTest]. JUnit's stores close what they hold:
/// the tab after its test, the browser at the end of the run.
final class ChromiumParameters implements ParameterResolver {
  private static final Namespace OURS = Namespace.create(ChromiumParameters.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == Tab.class || type == Chromium.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Chromium browser =
        test.getRoot()
            .getStore(OURS)
            .computeIfAbsent(Chromium.class, absent -> Chromium.open(), Chromium.class);
    if (parameter.getParameter().getType() == Chromium.class) {
      return browser;
    }
    return test.getStore(OURS)
        .computeIfAbsent(parameter.getIndex(), absent -> browser.newTab(), Tab.class);
  }
}
