package io.platelake.lake.proof.needle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One pass of bytes under the needles; reports each form of a needle as its last byte goes by.
 *
 * <p>Keeps as many bytes back as the longest form has, so input may come in pieces of any size. Not
 * for several threads; {@link #start} makes it ready for the next input.
 */
final class NeedleSearch {

  /** Takes what is found. */
  interface Found {
    /**
     * @param form the form it was in, empty for plain text
     */
    void hit(int needle, String form);
  }

  private final NeedleForms forms;
  private final byte[] ring;
  private final int ringMask;
  private final List<Integer> open = new ArrayList<>(0);
  private final List<Integer> inside = new ArrayList<>(0);
  private Found found;
  private boolean text;
  private boolean control;
  private long seen;
  private long exact;
  private long folded;
  private int run;
  private int digits;
  private long decimal;
  private boolean negative;

  NeedleSearch(NeedleForms forms) {
    this.forms = forms;
    int size = Integer.highestOneBit(forms.longestPattern * 2 - 1);
    this.ring = new byte[Math.max(16, size)];
    this.ringMask = ring.length - 1;
  }

  /** Begins a new input; in {@code text} short runs of letters and digits count as words. */
  NeedleSearch start(boolean isText, Found sink) {
    found = sink;
    text = isText;
    control = false;
    seen = 0;
    exact = 0;
    folded = 0;
    run = 0;
    digits = 0;
    negative = false;
    open.clear();
    inside.clear();
    return this;
  }

  /** A whole decoded value. */
  void value(byte[] bytes, boolean isText, Found sink) {
    start(isText, sink).feed(bytes, 0, bytes.length);
    end();
    if (isText && bytes.length < NeedleForms.SHORTEST && !forms.shortTexts.isEmpty()) {
      String whole = new String(bytes, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
      forms.shortTexts.getOrDefault(whole, List.of()).forEach(needle -> sink.hit(needle, ""));
    }
  }

  /** A decoded number. */
  void number(long value, Found sink) {
    for (int i = forms.values.first(value); i >= 0; i = forms.values.after(i)) {
      sink.hit(forms.values.pattern(i).needle(), forms.values.pattern(i).form());
    }
  }

  void feed(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      step(bytes[i]);
    }
  }

  /** The input is over: a run of letters or digits that reached its end is judged. */
  void end() {
    judgeTexts(false);
    endOfDigits();
    endOfRun();
  }

  private void step(byte b) {
    int upper = b >= 'a' && b <= 'z' ? b - 32 : b & 0xFF;
    boolean digit = b >= '0' && b <= '9';
    boolean inRun = digit || (upper >= 'A' && upper <= 'Z');
    judgeTexts(inRun);
    if (!digit && digits > 0) {
      endOfDigits();
    }
    if (!inRun && run > 0) {
      endOfRun();
    }
    if (digit) {
      if (digits == 0) {
        negative = seen > 0 && ring[(int) ((seen - 1) & ringMask)] == '-';
        decimal = 0;
      }
      digits++;
      decimal = decimal * 10 + (b - '0');
    }
    run = inRun ? run + 1 : 0;
    control |= b >= 0 && b < '\t';
    ring[(int) (seen & ringMask)] = b;
    seen++;
    exact = (exact << 8) | (b & 0xFF);
    folded = (folded << 8) | upper;
    look();
  }

  /** Only looks where a form can end: most bytes end no run that is long enough for any. */
  private void look() {
    if (run >= NeedleForms.SHORTEST || !forms.alphanumeric) {
      look(forms.foldedNarrow, folded, true);
    }
    if (run >= NeedleForms.BASE64_WINDOW || !forms.alphanumeric) {
      look(forms.exactNarrow, exact, false);
    }
    if ((exact & 0xFF) == 0 || (exact & 0xFF00) == 0 || !forms.ascii) {
      look(forms.foldedWide, folded, true);
    }
    if (!text || control) {
      look(forms.exactWide, exact, false);
    }
  }

  private void look(WindowIndex index, long recent, boolean fold) {
    for (int i = index.first(recent); i >= 0; i = index.after(i)) {
      BytePattern pattern = index.pattern(i);
      if (endsHere(pattern.bytes(), fold)) {
        if (pattern.form().isEmpty()) {
          (run > pattern.bytes().length ? inside : open).add(pattern.needle());
        } else {
          found.hit(pattern.needle(), pattern.form());
        }
      }
    }
  }

  /** The character after a text decides whether it is a word of its own. */
  private void judgeTexts(boolean runGoesOn) {
    if (!open.isEmpty()) {
      open.forEach(needle -> found.hit(needle, runGoesOn ? NeedleHit.INSIDE : ""));
      open.clear();
    }
    if (!inside.isEmpty()) {
      inside.forEach(needle -> found.hit(needle, NeedleHit.INSIDE));
      inside.clear();
    }
  }

  private boolean endsHere(byte[] pattern, boolean fold) {
    if (pattern.length > seen) {
      return false;
    }
    for (int i = 1; i <= pattern.length; i++) {
      byte b = ring[(int) ((seen - i) & ringMask)];
      int have = fold && b >= 'a' && b <= 'z' ? b - 32 : b;
      if (have != pattern[pattern.length - i]) {
        return false;
      }
    }
    return true;
  }

  private void endOfDigits() {
    // Nineteen digits fit a long, but the largest of them wrap to a negative number: no needle.
    if (digits <= 19 && digits > 0 && decimal >= 0 && (text || digits >= NeedleForms.SHORTEST)) {
      number(decimal, found);
      if (negative) {
        number(-decimal, found);
      }
    }
    digits = 0;
  }

  private void endOfRun() {
    if (text && run < NeedleForms.SHORTEST && run > 0 && !forms.shortTexts.isEmpty()) {
      char[] word = new char[run];
      for (int i = 0; i < run; i++) {
        word[i] = (char) ring[(int) ((seen - run + i) & ringMask)];
      }
      String upper = new String(word).toUpperCase(Locale.ROOT);
      forms.shortTexts.getOrDefault(upper, List.of()).forEach(needle -> found.hit(needle, ""));
    }
    run = 0;
  }
}
