package io.platelake.core.feed.variant;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The same instant as clocks elsewhere write it. */
final class OtherZone {
  private static final List<String> PATTERNS =
      List.of(
          "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX",
          "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSXXX",
          "yyyy-MM-dd'T'HH:mm:ss.SSSSSSxx",
          "yyyy-MM-dd'T'HH:mm:ss.SSSSSSx",
          "yyyy-MM-dd HH:mm:ss.SSSSSSxxx",
          "yyyy-MM-dd HH:mm:ss.SSSSSS xxx",
          "yyyy-MM-dd HH:mm:ss.SSSSSS zzz",
          "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX'['VV']'",
          "yyyy-MM-dd'T'HH:mm:ss,SSSSSSXXX",
          "yyyyMMdd'T'HHmmss.SSSSSSXX",
          "dd/MM/yyyy HH:mm:ss.SSSSSS xxx");

  private static final List<String> ZONES =
      List.of(
          "UTC",
          "America/Los_Angeles",
          "Europe/Paris",
          "Asia/Kolkata",
          "Asia/Shanghai",
          "America/St_Johns",
          "Pacific/Kiritimati",
          "Asia/Kathmandu");

  private OtherZone() {}

  static String text(Instant instant, Random random) {
    ZonedDateTime there = instant.atZone(ZoneId.of(one(ZONES, random)));
    String text = DateTimeFormatter.ofPattern(one(PATTERNS, random), Locale.ROOT).format(there);
    return random.nextBoolean() ? text : text.replaceFirst("[.,]0+(?=\\D|$)", "");
  }

  private static String one(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
