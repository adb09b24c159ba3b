package io.mashrabiya.media.scene;

/// The sound of a drawn room: a soft bell at each whole second of the camera's clock, so that one
/// can hear whether sound and picture belong together, and which camera it is by the bell's pitch.
/// Pure.
final class Bell {
  private static final double LOUDNESS = 0.5;
  private static final double RINGS_SECONDS = 0.35;
  private static final double FADES_BY_SECONDS = 0.08;

  /// Three octaves of a scale of five tones, which sound well together.
  private static final double[] SCALE = {1, 9 / 8.0, 5 / 4.0, 3 / 2.0, 5 / 3.0};

  private static final double LOWEST_HZ = 523.25;

  private final double hertz;

  /// @param camera the number in the camera's [Mark]
  Bell(int camera) {
    int step = Integer.remainderUnsigned(camera, 3 * SCALE.length);
    hertz = LOWEST_HZ * SCALE[step % SCALE.length] * (1 << (step / SCALE.length));
  }

  /// Its pitch.
  double hertz() {
    return hertz;
  }

  /// The sound from that moment on, from -1 to 1.
  ///
  /// @param fromMicros when the first sample is heard, in microseconds since 1970
  float[] ring(long fromMicros, int samples, int sampleRateHz) {
    float[] sound = new float[samples];
    double second = Math.floorMod(fromMicros, 1_000_000L) / 1e6;
    for (int i = 0; i < samples; i++) {
      double since = (second + (double) i / sampleRateHz) % 1;
      sound[i] = since < RINGS_SECONDS ? level(since) : 0;
    }
    return sound;
  }

  private float level(double since) {
    double fading = Math.exp(-since / FADES_BY_SECONDS);
    return (float) (LOUDNESS * fading * Math.sin(2 * Math.PI * hertz * since));
  }
}
