package io.platelake.files.tree;

import io.platelake.core.record.RawRecord;
import io.platelake.core.record.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Why a container, or a part of it, cannot be read. Says nothing of its content: what libraries say
 * of it may quote it, and goes no further.
 */
public final class Damage extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST_CAUSE = 20;

  private final Reason reason;
  private final String remedy;
  private final String at;

  private Damage(Reason reason, String what, String remedy) {
    this(reason, what, remedy, "");
  }

  private Damage(Reason reason, String what, String remedy, String at) {
    super(what);
    this.reason = reason;
    this.remedy = remedy;
    this.at = at;
  }

  public static Damage broken(String what) {
    return broken(what, "Ask the sender for the file again.");
  }

  public static Damage broken(String what, String remedy) {
    return new Damage(Reason.ARCHIVE_BROKEN, what, remedy);
  }

  public static Damage limit(String what, String remedy) {
    return new Damage(Reason.ARCHIVE_LIMIT, what, remedy);
  }

  static Damage mapping(String what, String remedy) {
    return new Damage(Reason.MALFORMED, what, remedy);
  }

  /** The damage that made a library fail, or else that it did. */
  public static Damage of(Throwable failure, String otherwise) {
    Throwable at = failure;
    for (int i = 0; at != null && i < DEEPEST_CAUSE; i++, at = at.getCause()) {
      if (at instanceof Damage damage) {
        return damage;
      }
    }
    return broken(otherwise);
  }

  /** The same, in this part of the file: such as {@code block 3}, in front of a finer place. */
  public Damage in(String part) {
    return new Damage(reason, getMessage(), remedy, at.isEmpty() ? part : part + ", " + at);
  }

  /** The same, in this field of a record, or in a field of it that is known already. */
  public Damage under(String field) {
    return new Damage(reason, getMessage(), remedy, at.isEmpty() ? field : field + "." + at);
  }

  /** One record that stands for what cannot be read; its payload says why, and what to do. */
  public RawRecord record(long line, long offset) {
    byte[] text = (getMessage() + ". " + remedy).getBytes(StandardCharsets.UTF_8);
    return new RawRecord.Broken(line, offset, text, getMessage(), reason).at(at);
  }
}
