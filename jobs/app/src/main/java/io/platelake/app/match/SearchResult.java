package io.platelake.app.match;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * What comes of comparing reads with a list: what was read, and the hits, which are few.
 *
 * @param reads reads, matched or not
 * @param withoutPlate of these, reads without a plate
 * @param expired of these, reads with a plate that must be gone already
 * @param hits rows of {@code hits}
 * @param tooWide entries whose hits are only the first ones of more
 */
record SearchResult(
    long reads,
    long withoutPlate,
    long expired,
    ArrayList<InternalRow> hits,
    List<LimitedHits.TooWide> tooWide) {
  static final SearchResult NOTHING = new SearchResult(0, 0, 0, new ArrayList<>(), List.of());

  /**
   * What one task found.
   *
   * @param limited hits of entries without a whole plate, which are not among {@code hits}
   */
  record Part(
      long reads, long withoutPlate, long expired, ArrayList<InternalRow> hits, LimitedHits limited)
      implements Serializable {

    /** Shows no row. */
    @Override
    public String toString() {
      return "Part[reads=" + reads + ", hits=" + hits.size() + "]";
    }
  }

  /**
   * All of them together.
   *
   * @param columns of the hits
   */
  static SearchResult all(List<Part> tasks, StructType columns) {
    ArrayList<InternalRow> hits = new ArrayList<>();
    tasks.forEach(task -> hits.addAll(task.hits));
    LimitedHits limited = LimitedHits.all(tasks.stream().map(Part::limited).toList());
    hits.addAll(limited.rows(columns));
    return new SearchResult(
        tasks.stream().mapToLong(Part::reads).sum(),
        tasks.stream().mapToLong(Part::withoutPlate).sum(),
        tasks.stream().mapToLong(Part::expired).sum(),
        hits,
        limited.tooWide(columns));
  }

  SearchResult ofReads(long number) {
    return new SearchResult(number, withoutPlate, expired, hits, tooWide);
  }

  /** The hits of both, and counts of so many reads, which both looked at. */
  SearchResult with(SearchResult other, long number) {
    ArrayList<InternalRow> both = new ArrayList<>(hits);
    both.addAll(other.hits);
    ArrayList<LimitedHits.TooWide> wide = new ArrayList<>(tooWide);
    wide.addAll(other.tooWide);
    return new SearchResult(
        number,
        Math.max(withoutPlate, other.withoutPlate),
        Math.max(expired, other.expired),
        both,
        wide);
  }

  /** Shows no row. */
  @Override
  public String toString() {
    return "Searched[reads=" + reads + ", hits=" + hits.size() + "]";
  }
}
