package io.platelake.files.avro;

import io.platelake.files.tree.ContainerLimits;
import io.platelake.files.tree.Damage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * What an Avro object container file starts with: {@code
 * avro.apache.org/docs/1.12.0/specification/#object-container-files}.
 *
 * @param sync marker after every block
 */
record AvroHeader(Schema schema, AvroCodec codec, byte[] sync) {
  static final int SYNC = 16;
  private static final byte[] MAGIC = {'O', 'b', 'j', 1};
  private static final String DAMAGED = "the header of the Avro file is damaged";

  /**
   * @throws Damage if there is none, or none that can be understood
   */
  static AvroHeader read(AvroBytes in, ContainerLimits limits) throws Damage {
    if (!in.has(MAGIC.length) || !Arrays.equals(in.copy(0, MAGIC.length), MAGIC)) {
      throw Damage.broken(
          "this is no Avro file", "Name its format in the feed, or do not land it here.");
    }
    in.skip(MAGIC.length);
    Map<String, String> entries = new HashMap<>();
    int left = limits.header();
    for (long count = number(in); count != 0; count = number(in)) {
      if (count < 0) {
        // The size of the entries follows, for readers that pass them over.
        number(in);
      }
      long entriesHere = Math.abs(count);
      if (entriesHere < 0 || entriesHere > left) {
        throw Damage.broken(DAMAGED);
      }
      for (long i = 0; i < entriesHere; i++) {
        byte[] name = bytes(in, left);
        byte[] value = bytes(in, left);
        left -= name.length + value.length + 2;
        entries.put(text(name), text(value));
      }
    }
    if (!in.has(SYNC)) {
      throw Damage.broken(DAMAGED);
    }
    byte[] sync = in.copy(0, SYNC);
    in.skip(SYNC);
    Schema schema = schema(entries.get("avro.schema"));
    new AvroSchema(limits).check(schema);
    return new AvroHeader(schema, AvroCodec.of(entries.get("avro.codec")), sync);
  }

  private static Schema schema(String json) throws Damage {
    if (json == null) {
      throw Damage.broken("the Avro file states no schema");
    }
    try {
      return new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false).parse(json);
    } catch (RuntimeException e) {
      // The parser throws anything at what is no schema; its message quotes it.
      throw Damage.of(e, "the schema of the Avro file is damaged");
    }
  }

  private static byte[] bytes(AvroBytes in, int limit) throws Damage {
    long length = number(in);
    if (length < 0 || length > limit || !in.has((int) length)) {
      throw Damage.broken(DAMAGED);
    }
    byte[] bytes = in.copy(0, (int) length);
    in.skip((int) length);
    return bytes;
  }

  /** A zigzag number of at most ten bytes. */
  static long number(AvroBytes in) throws Damage {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      if (!in.has(1)) {
        throw Damage.broken("the Avro file is truncated");
      }
      byte b = in.peek(0);
      in.skip(1);
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw Damage.broken("the Avro file is damaged");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
