package io.mashrabiya.media.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerEnvironmentTest {
  @Test
  void reduce_secretsAndOptionsOfTheHome_doNotReachAWorker() {
    Map<String, String> environment =
        new HashMap<>(
            Map.of("CAMERA_PASSWORD", "hunter2", "JAVA_TOOL_OPTIONS", "-Xmx9g", "HOME", "/h"));
    WorkerEnvironment.reduce(environment);
    assertThat(environment)
        .containsEntry("HOME", "/h")
        .doesNotContainKeys("CAMERA_PASSWORD", "JAVA_TOOL_OPTIONS");
  }
}
