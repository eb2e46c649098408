package io.platelake.city.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * ASCII text under construction, written without making strings: a run of fifty million reads
 * spends most of its time here.
 */
public final class Bytes {
  private byte[] buffer = new byte[1 << 18];
  private int length;

  /** ASCII bytes of a constant part of a line. */
  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public int length() {
    return length;
  }

  /** Cuts off everything after this many bytes. */
  public void truncate(int to) {
    length = Math.min(length, to);
  }

  public void drainTo(OutputStream out) throws IOException {
    out.write(buffer, 0, length);
    length = 0;
  }

  public Bytes append(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
    return this;
  }

  /** Text that is ASCII. */
  public Bytes append(String text) {
    int size = text.length();
    room(size);
    for (int i = 0; i < size; i++) {
      buffer[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  /** A plate as this feed writes it. */
  public Bytes lowerCase(byte[] plate) {
    room(plate.length);
    for (byte b : plate) {
      buffer[length++] = (byte) (b >= 'A' && b <= 'Z' ? b + 32 : b);
    }
    return this;
  }

  public Bytes append(char symbol) {
    room(1);
    buffer[length++] = (byte) symbol;
    return this;
  }

  public Bytes append(long number) {
    room(20);
    if (number < 0) {
      append(Long.toString(number));
      return this;
    }
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return padded(number, digits);
  }

  /** Exactly so many digits, with zeros in front. */
  public Bytes padded(long number, int digits) {
    room(digits);
    long rest = number;
    for (int i = length + digits - 1; i >= length; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  /** A decimal fraction given in units of its last place: (12345, 2) is 123.45. */
  public Bytes decimal(long units, int places) {
    long scale = 1;
    for (int i = 0; i < places; i++) {
      scale *= 10;
    }
    if (units < 0) {
      append('-');
    }
    long value = Math.abs(units);
    append(value / scale).append('.');
    return padded(value % scale, places);
  }

  /** Degrees with six decimals. */
  public Bytes degrees(double value) {
    return decimal(Math.round(value * 1e6), 6);
  }

  /** Says nothing of the content: plates never reach a message. */
  @Override
  public String toString() {
    return "Bytes[" + length + "]";
  }

  private void room(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
  }
}
