package io.platelake.app.land.rows;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;

/**
 * What is judged again of a file that has landed before: the records that were quarantined. What
 * was kept stays kept. A file of which nothing was kept is judged as a whole, because its records
 * may not even have been told apart.
 */
public sealed interface Rejudgement extends Serializable {

  /** Whether an outcome of the file is judged; notes in the account what it was before. */
  boolean takes(String digest, long offset, int item, PartAccount account);

  /** All of the file. */
  record Whole() implements Rejudgement {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean takes(String digest, long offset, int item, PartAccount account) {
      return true;
    }
  }

  /**
   * Some of its records.
   *
   * @param reasons why each was quarantined, by its {@code quarantine_id}
   */
  record Records(HashMap<Long, String> reasons) implements Rejudgement {
    private static final long serialVersionUID = 1L;

    public Records(Map<Long, String> reasons) {
      this(new HashMap<>(reasons));
    }

    /**
     * Takes quarantined records, and items that the mapping of before did not see. It took their
     * record for a single broken one. A read among them that has landed repeats itself.
     */
    @Override
    public boolean takes(String digest, long offset, int item, PartAccount account) {
      long id = quarantineId(digest, offset, item);
      String reason = reasons.get(id);
      if (reason != null) {
        account.rejudged(id, reason);
        return true;
      }
      return item > 0 && reasons.containsKey(quarantineId(digest, offset, 0));
    }

    /** States nothing of the records. */
    @Override
    public String toString() {
      return "Records[" + reasons.size() + "]";
    }
  }

  /** Spark's {@code xxhash64(file_digest, byte_offset, item)}, which is column quarantine_id. */
  static long quarantineId(String digest, long offset, int item) {
    byte[] text = digest.getBytes(StandardCharsets.UTF_8);
    long hash = XXH64.hashUnsafeBytes(text, Platform.BYTE_ARRAY_OFFSET, text.length, 42L);
    return XXH64.hashInt(item, XXH64.hashLong(offset, hash));
  }
}
