package io.platelake.files.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Values in the form of a JSON document. Instants, dates and times are ISO 8601, an instant with
 * {@code Z} and a local one without an offset; whole numbers beyond 64 bits are text.
 */
public final class TreeValues {
  private static final long DAY_NANOS = 86_400_000_000_000L;

  /** No quantity of a read has more digits, and longer ones are costly to write out. */
  private static final int LONGEST_DECIMAL = 32;

  private TreeValues() {}

  public static JsonNode whole(long value) {
    return LongNode.valueOf(value);
  }

  public static JsonNode unsigned(long value) {
    return value >= 0 ? LongNode.valueOf(value) : TextNode.valueOf(Long.toUnsignedString(value));
  }

  public static JsonNode flag(boolean value) {
    return BooleanNode.valueOf(value);
  }

  /** What is no number has no spelling in JSON but as text. */
  public static JsonNode real(double value) {
    return Double.isFinite(value)
        ? DoubleNode.valueOf(value)
        : TextNode.valueOf(Double.toString(value));
  }

  /** The number that the shortest spelling of it names: 0.9 and not 0.8999999761581421. */
  public static JsonNode real(float value) {
    return Float.isFinite(value)
        ? DoubleNode.valueOf(Double.parseDouble(Float.toString(value)))
        : TextNode.valueOf(Float.toString(value));
  }

  public static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }

  /** Text where they are text, since many writers do not say which of the two they mean. */
  public static JsonNode bytes(byte[] value) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      if (text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r')) {
        return TextNode.valueOf(text);
      }
    } catch (CharacterCodingException e) {
      return BinaryNode.valueOf(value);
    }
    return BinaryNode.valueOf(value);
  }

  /**
   * @param unscaled two's complement, the highest byte first
   */
  public static JsonNode decimal(byte[] unscaled, int scale) {
    return unscaled.length == 0 || unscaled.length > LONGEST_DECIMAL
        ? BinaryNode.valueOf(unscaled)
        : decimal(new BigInteger(unscaled), scale);
  }

  public static JsonNode decimal(BigInteger unscaled, int scale) {
    if (scale != 0) {
      return DecimalNode.valueOf(new BigDecimal(unscaled, scale));
    }
    return unscaled.bitLength() < Long.SIZE
        ? LongNode.valueOf(unscaled.longValue())
        : TextNode.valueOf(unscaled.toString());
  }

  public static JsonNode uuid(byte[] value) {
    if (value.length != 2 * Long.BYTES) {
      return BinaryNode.valueOf(value);
    }
    ByteBuffer halves = ByteBuffer.wrap(value);
    return TextNode.valueOf(new UUID(halves.getLong(), halves.getLong()).toString());
  }

  /**
   * An instant, or a local date and time.
   *
   * @param value since 1970-01-01 00:00 UTC, or of the wall clock
   * @param perSecond 1,000 for milliseconds and so on
   * @param utc whether it is an instant
   */
  public static JsonNode timestamp(long value, long perSecond, boolean utc) {
    long nanos = Math.floorMod(value, perSecond) * (1_000_000_000L / perSecond);
    return seconds(Math.floorDiv(value, perSecond), (int) nanos, utc);
  }

  /** The same, of seconds and nanoseconds. */
  public static JsonNode seconds(long seconds, int nanos, boolean utc) {
    return TextNode.valueOf(
        utc
            ? DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochSecond(seconds, nanos))
            : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC)));
  }

  public static JsonNode date(int days) {
    return TextNode.valueOf(LocalDate.ofEpochDay(days).toString());
  }

  /** A time of day without a zone, whatever the file says of one: writers do not agree on it. */
  public static JsonNode time(long value, long perSecond) {
    long ofDay = perSecond * 86_400;
    return value < 0 || value >= ofDay
        ? LongNode.valueOf(value)
        : TextNode.valueOf(
            DateTimeFormatter.ISO_LOCAL_TIME.format(
                LocalTime.ofNanoOfDay(value * (DAY_NANOS / ofDay))));
  }
}
