package io.platelake.lake.proof.needle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every form in which needles are looked for, indexed for one pass over bytes.
 *
 * <ul>
 *   <li>Texts of {@value #SHORTEST} bytes or more: anywhere in the bytes, ASCII letters in either
 *       case, as UTF-8 and UTF-16 of both byte orders; as Base64 of the upper-case and the
 *       lower-case text at any of the three alignments.
 *   <li>Shorter texts: only as a whole decoded value or a whole run of letters and digits in text.
 *   <li>Numbers: as a decoded value, as a whole run of decimal digits, and, from {@value
 *       #SMALLEST_RAW} on either side of zero, as eight bytes in both orders (in text once a
 *       control byte was seen, as there is one in every number below 2^56). Runs shorter than
 *       {@value #SHORTEST} digits count in text only.
 * </ul>
 */
final class NeedleForms {
  static final int SHORTEST = 5;
  static final long SMALLEST_RAW = 1 << 24;
  static final int BASE64_WINDOW = 6;

  /** Compared after ASCII letters were made upper case. */
  final WindowIndex foldedNarrow;

  final WindowIndex foldedWide;

  /** Compared as they are. */
  final WindowIndex exactNarrow;

  final WindowIndex exactWide;

  /** Decoded numbers, as if their eight bytes had been read. */
  final WindowIndex values;

  final Map<String, List<Integer>> shortTexts = new HashMap<>();
  final int longestPattern;

  /** Every text is letters and digits; their Base64 then is letters and digits, too. */
  final boolean alphanumeric;

  /** Every text is ASCII, so that one byte in two of its UTF-16 is zero. */
  final boolean ascii;

  private final List<BytePattern> text = new ArrayList<>();
  private final List<BytePattern> utf16 = new ArrayList<>();
  private final List<BytePattern> base64 = new ArrayList<>();
  private final List<BytePattern> raw = new ArrayList<>();
  private final List<BytePattern> number = new ArrayList<>();
  private int longest = 8;

  NeedleForms(Needles needles) {
    for (int i = 0; i < needles.texts().size(); i++) {
      addText(needles.texts().get(i), i);
    }
    for (int i = 0; i < needles.numbers().size(); i++) {
      addNumber(needles.numbers().get(i), needles.indexOfNumber(i));
    }
    foldedNarrow = new WindowIndex(SHORTEST, text);
    foldedWide = new WindowIndex(8, utf16);
    exactNarrow = new WindowIndex(BASE64_WINDOW, base64);
    exactWide = new WindowIndex(8, raw);
    values = new WindowIndex(8, number);
    longestPattern = longest;
    alphanumeric = needles.texts().stream().allMatch(text -> text.matches("[A-Za-z0-9]+"));
    ascii = needles.texts().stream().allMatch(text -> text.matches("\\p{ASCII}+"));
  }

  private void addText(String needle, int index) {
    String upper = needle.toUpperCase(Locale.ROOT);
    byte[] bytes = upper.getBytes(StandardCharsets.UTF_8);
    if (upper.matches("0|-?[1-9]\\d{0,17}")) {
      number.add(new BytePattern(bytes(Long.parseLong(upper)), index, "number"));
    }
    if (bytes.length < SHORTEST) {
      shortTexts.computeIfAbsent(upper, key -> new ArrayList<>()).add(index);
      return;
    }
    add(text, bytes, index, "");
    for (Charset order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] wide = upper.getBytes(order);
      if (wide.length >= 8) {
        add(utf16, wide, index, order.name());
      }
    }
    addBase64(bytes, index);
    addBase64(needle.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8), index);
  }

  /** The characters that depend on the text alone, whatever surrounds it. */
  private void addBase64(byte[] bytes, int index) {
    for (int before = 0; before < 3; before++) {
      ByteArrayOutputStream shifted = new ByteArrayOutputStream();
      shifted.write(new byte[before], 0, before);
      shifted.write(bytes, 0, bytes.length);
      byte[] code = Base64.getEncoder().withoutPadding().encode(shifted.toByteArray());
      int from = (8 * before + 5) / 6;
      int to = 8 * (before + bytes.length) / 6;
      add(base64, Arrays.copyOfRange(code, from, to), index, "Base64");
    }
  }

  private void addNumber(long needle, int index) {
    number.add(new BytePattern(bytes(needle), index, "number"));
    if (needle >= SMALLEST_RAW || needle <= -SMALLEST_RAW) {
      add(raw, bytes(needle), index, "8 bytes big-endian");
      add(raw, bytes(Long.reverseBytes(needle)), index, "8 bytes little-endian");
    }
  }

  private void add(List<BytePattern> list, byte[] bytes, int index, String form) {
    list.add(new BytePattern(bytes, index, form));
    longest = Math.max(longest, bytes.length);
  }

  private static byte[] bytes(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }
}
