package io.platelake.app.land.files;

import io.platelake.core.text.LineEnds;

/**
 * Whether every line of a file starts with {@code &#123;} and ends with {@code &#125;}. Then no
 * document of JSON reaches over a line end, however damaged its neighbours are, and the file may be
 * read in parts.
 */
final class LineCheck {
  private boolean holds = true;
  private byte last = '\n';
  private byte beforeLast;

  void add(byte[] bytes, int length) {
    if (!holds || length == 0) {
      return;
    }
    if (last == '\n') {
      holds = bytes[0] == '{';
    }
    for (int i = LineEnds.next(bytes, 0, length);
        i >= 0 && holds;
        i = LineEnds.next(bytes, i + 1, length)) {
      byte end = i > 0 ? bytes[i - 1] : last;
      byte beforeEnd = i > 1 ? bytes[i - 2] : i == 1 ? last : beforeLast;
      holds =
          (end == '}' || end == '\r' && beforeEnd == '}')
              && (i + 1 == length || bytes[i + 1] == '{');
    }
    beforeLast = length > 1 ? bytes[length - 2] : last;
    last = bytes[length - 1];
  }

  boolean holds() {
    return holds;
  }
}
