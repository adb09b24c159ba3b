package io.mashrabiya.proof.differ;

import com.microsoft.playwright.Page;
import io.mashrabiya.proof.replay.ScriptPage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The viewer's judges (`viewer/src/test/ts/differ/judges.ts`), in a page of a real browser.
final class ViewerJudges implements AutoCloseable {
  private final ScriptPage page;

  private ViewerJudges(ScriptPage page) {
    this.page = page;
  }

  static ViewerJudges in(Page page) {
    return new ViewerJudges(ScriptPage.with(page, ScriptPage.bundled("differ/judges.js")));
  }

  /// What the viewer makes of each, in the words of [Judge].
  List<String> verdicts(String format, List<byte[]> inputs) {
    Object verdicts =
        page.call(
            "({format, batch}) => judgeAll(format, batch)",
            Map.of("format", format, "batch", batch(inputs)));
    return ((List<?>) verdicts).stream().map(String.class::cast).toList();
  }

  /// Each input behind its length, all in base64.
  private static String batch(List<byte[]> inputs) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      for (byte[] input : inputs) {
        out.writeInt(input.length);
        out.write(input);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  @Override
  public void close() {
    page.close();
  }
}
