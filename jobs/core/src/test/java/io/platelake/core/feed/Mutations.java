package io.platelake.core.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damage to raw files. */
public final class Mutations {
  private static final List<String> PARTS =
      List.of(
          "\"",
          "'",
          "}",
          "]",
          "{}",
          ",",
          ";",
          "null",
          "None",
          "true",
          "1e999",
          "-1",
          "0x1F",
          "\\",
          "\\u0000",
          "\u0000",
          "\uFEFF",
          "\n",
          "\r\n\r\n",
          "&",
          "&amp;",
          "&#x41;",
          "<",
          "</",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
          "<!DOCTYPE a [<!ENTITY b \"&c;&c;\">]>",
          "--myboundary\r\nContent-Type: text/plain\r\n\r\n",
          "--b1--\r\n",
          "Heartbeat",
          "%2",
          "=",
          "\uD83D\uDE97");

  private Mutations() {}

  public static byte[] damaged(byte[] file, Random random) {
    byte[] bytes = file;
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  private static byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(Math.max(1, bytes.length));
    return switch (random.nextInt(12)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> Arrays.copyOfRange(bytes, at, bytes.length);
      case 2 -> changed(bytes, at, (byte) (1 << random.nextInt(8)));
      case 3 -> changed(bytes, at, (byte) random.nextInt(256));
      case 4 -> inserted(bytes, at, "[".repeat(random.nextInt(300)));
      case 5 -> inserted(bytes, at, "{\"a\":".repeat(random.nextInt(300)));
      case 6 -> inserted(bytes, at, "<a>".repeat(random.nextInt(300)));
      case 7 ->
          inserted(bytes, at, "9A ".substring(random.nextInt(3)).repeat(random.nextInt(3_000)));
      case 8 -> wronglyEncoded(bytes, random);
      case 9 -> swapped(bytes, random);
      case 10 -> inserted(bytes, at, PARTS.get(random.nextInt(PARTS.size())).repeat(2));
      default -> inserted(bytes, at, PARTS.get(random.nextInt(PARTS.size())));
    };
  }

  /** A file in which nothing is left but what stands around records. */
  static boolean mayHoldNoRecord(FeedDefinition feed, byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1).strip();
    boolean parts = text.contains("--") || text.contains("\u00FF\u00D8");
    return switch (feed.layout()) {
      // Of rows the header alone, of parts the pictures and keep-alives.
      case CSV -> text.lines().filter(line -> !line.isBlank()).count() <= 1;
      case XML -> parts || text.startsWith("\u00EF") || text.startsWith("<!--");
      default ->
          parts || text.chars().allMatch(c -> "[],\u00EF\u00BB\u00BF \r\n\t".indexOf(c) >= 0);
    };
  }

  private static byte[] changed(byte[] bytes, int at, byte flip) {
    byte[] copy = bytes.clone();
    if (copy.length > 0) {
      copy[at] ^= flip;
    }
    return copy;
  }

  private static byte[] inserted(byte[] bytes, int at, String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, Math.min(at, bytes.length));
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    out.write(bytes, Math.min(at, bytes.length), Math.max(0, bytes.length - at));
    return out.toByteArray();
  }

  /** Part of the file in another charset, as files are that several programs wrote. */
  private static byte[] wronglyEncoded(byte[] bytes, Random random) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (random.nextInt(3)) {
      case 0 -> text.getBytes(StandardCharsets.UTF_16);
      case 1 -> text.replace("TST", "T\u00C4T").getBytes(StandardCharsets.ISO_8859_1);
      default -> text.getBytes(StandardCharsets.UTF_16LE);
    };
  }

  /** A value of one type where another is expected. */
  private static byte[] swapped(byte[] bytes, Random random) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String[] values = {"[]", "{}", "7.5", "\"\"", "null", "true", "\"x\"", "[[1]]"};
    String value = values[random.nextInt(values.length)];
    String[] olds = {
      "\"TST0001\"", "47.6", "1750000000", "\"lost\"", "88", "false", "{", "TST0001"
    };
    String old = olds[random.nextInt(olds.length)];
    int at = text.indexOf(old, random.nextInt(Math.max(1, text.length())));
    return at < 0
        ? bytes
        : (text.substring(0, at) + value + text.substring(at + old.length()))
            .getBytes(StandardCharsets.UTF_8);
  }
}
