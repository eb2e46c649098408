package io.platelake.app.match.search;

import io.platelake.core.match.index.EntryIndex;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.plate.NoPlateWords;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The entries that reads are compared with, as columns: what every task gets a copy of. 5 million
 * take about 1 GB with near plates, half of that without.
 */
public final class ListedEntries implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int ID = 0;
  private static final int KEY = 1;
  private static final int BEGINS = 2;
  private static final int EXPIRES = 3;
  private static final int LETTER_O_AS_ZERO = 4;
  private static final int AGENCY = 5;
  private static final int FIRST_WORD = 6;

  /** What is a word comes last. */
  private static final String[] COLUMNS = {
    "entry_id",
    "plate_key",
    "begins",
    "expires",
    "letter_o_as_zero",
    "agency_id",
    "snapshot_id",
    "list_id",
    "category",
    "offence_class",
    "instructions",
    "state",
    "make",
    "model",
    "color",
    "body",
    "pattern"
  };

  private static final int WORDS = COLUMNS.length - FIRST_WORD;
  private static final int CATEGORY = List.of(COLUMNS).indexOf("category");
  private static final int PATTERN = List.of(COLUMNS).indexOf("pattern");

  /** Entries of one task, each column for itself; words by their number. */
  private record Part(
      long[] ids,
      long[] keys,
      long[] begins,
      long[] expires,
      BitSet letterOAsZero,
      int[][] words,
      String[] dictionary)
      implements Serializable {}

  private final EntryIndex index;
  private final long[] ids;
  private final long[] keys;
  private final long[] begins;
  private final long[] expires;
  private final BitSet letterOAsZero;
  private final int[][] words;
  private final String[] dictionary;
  private final PartialEntries others;

  private ListedEntries(
      EntryIndex index,
      long[] ids,
      long[] keys,
      long[] begins,
      long[] expires,
      BitSet letterOAsZero,
      int[][] words,
      String[] dictionary,
      MatchRules rules) {
    this.index = index;
    this.ids = ids;
    this.keys = keys;
    this.begins = begins;
    this.expires = expires;
    this.letterOAsZero = letterOAsZero;
    this.words = words;
    this.dictionary = dictionary;
    this.others = PartialEntries.of(this, rules);
  }

  /**
   * The entries that the reads of each agency are compared with: of categories and kinds that its
   * policy in force still names.
   *
   * @param entries rows of {@code hotlist_entries}, and {@code letter_o_as_zero} of their list
   * @param rules by agency
   * @return by agency, of each that has rules
   */
  static Map<String, ListedEntries> byAgency(Dataset<Row> entries, Map<String, MatchRules> rules) {
    HashMap<String, EntryKinds> kinds = new HashMap<>();
    rules.forEach((agency, own) -> kinds.put(agency, EntryKinds.of(own)));
    Map<String, List<Part>> parts = new TreeMap<>();
    entries
        .selectExpr(COLUMNS)
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(rows -> List.of(parts(rows, kinds)).iterator())
        .collect()
        .forEach(
            task ->
                task.forEach(
                    (agency, part) ->
                        parts.computeIfAbsent(agency, a -> new ArrayList<>()).add(part)));
    // The indexes of a state's agencies take longer to build than their entries to read.
    return rules.entrySet().parallelStream()
        .collect(
            Collectors.toConcurrentMap(
                Map.Entry::getKey,
                own -> of(parts.getOrDefault(own.getKey(), List.of()), own.getValue())));
  }

  private static ListedEntries of(List<Part> parts, MatchRules rules) {
    int size = parts.stream().mapToInt(p -> p.ids().length).sum();
    long[] ids = new long[size];
    long[] keys = new long[size];
    long[] begins = new long[size];
    long[] expires = new long[size];
    int[][] words = new int[WORDS][size];
    BitSet letterOAsZero = new BitSet(size);
    Dictionary dictionary = new Dictionary();
    int at = 0;
    for (Part part : parts) {
      System.arraycopy(part.ids(), 0, ids, at, part.ids().length);
      System.arraycopy(part.keys(), 0, keys, at, part.ids().length);
      System.arraycopy(part.begins(), 0, begins, at, part.ids().length);
      System.arraycopy(part.expires(), 0, expires, at, part.ids().length);
      int offset = at;
      part.letterOAsZero().stream().forEach(i -> letterOAsZero.set(offset + i));
      int[] numbers = Arrays.stream(part.dictionary()).mapToInt(dictionary::number).toArray();
      for (int column = 0; column < words.length; column++) {
        for (int i = 0; i < part.ids().length; i++) {
          int word = part.words()[column][i];
          words[column][at + i] = word < 0 ? -1 : numbers[word];
        }
      }
      at += part.ids().length;
    }
    EntryIndex index =
        EntryIndex.of(
            keys, letterOAsZero, rules.equivalence(), rules.classes(), rules.tiers().near());
    return new ListedEntries(
        index, ids, keys, begins, expires, letterOAsZero, words, dictionary.words(), rules);
  }

  /** Entries of one task, by agency. */
  private static HashMap<String, Part> parts(
      Iterator<InternalRow> rows, Map<String, EntryKinds> kinds) {
    HashMap<String, PartBuilder> byAgency = new HashMap<>();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      String agency = row.getUTF8String(AGENCY).toString();
      EntryKinds wanted = kinds.get(agency);
      if (wanted != null && wanted.include(row)) {
        byAgency.computeIfAbsent(agency, a -> new PartBuilder()).add(row);
      }
    }
    HashMap<String, Part> parts = new HashMap<>();
    byAgency.forEach((agency, builder) -> parts.put(agency, builder.part()));
    return parts;
  }

  /**
   * Which entries a policy lets reads be compared with.
   *
   * @param categories that it names
   * @param partial whether parts of plates are looked for
   * @param vehicles whether descriptions without a plate are looked for
   */
  private record EntryKinds(HashSet<String> categories, boolean partial, boolean vehicles)
      implements Serializable {
    static EntryKinds of(MatchRules rules) {
      return new EntryKinds(
          new HashSet<>(rules.categories()),
          rules.tiers().partial().isPresent(),
          rules.tiers().vehicleOnly().isPresent());
    }

    boolean include(InternalRow row) {
      if (!categories.contains(row.getUTF8String(CATEGORY).toString())) {
        return false;
      }
      if (row.isNullAt(KEY)) {
        return row.isNullAt(PATTERN) ? vehicles : partial;
      }
      // From a list that was loaded before the word was known: every unread plate would hit it.
      return !NoPlateWords.isCommon(row.getLong(KEY));
    }
  }

  private static final class PartBuilder {
    private final Dictionary dictionary = new Dictionary();
    private final BitSet letterOAsZero = new BitSet();
    private long[] ids = new long[64];
    private long[] keys = new long[64];
    private long[] begins = new long[64];
    private long[] expires = new long[64];
    private final int[][] words = new int[WORDS][64];
    private int size;

    void add(InternalRow row) {
      if (size == ids.length) {
        resize(2 * size);
      }
      ids[size] = row.getLong(ID);
      keys[size] = row.isNullAt(KEY) ? 0 : row.getLong(KEY);
      begins[size] = row.isNullAt(BEGINS) ? Long.MIN_VALUE : row.getLong(BEGINS);
      expires[size] = row.isNullAt(EXPIRES) ? Long.MAX_VALUE : row.getLong(EXPIRES);
      letterOAsZero.set(size, row.getBoolean(LETTER_O_AS_ZERO));
      for (int column = 0; column < WORDS; column++) {
        int cell = FIRST_WORD + column;
        words[column][size] =
            row.isNullAt(cell) ? -1 : dictionary.number(row.getUTF8String(cell).toString());
      }
      size++;
    }

    private void resize(int length) {
      ids = Arrays.copyOf(ids, length);
      keys = Arrays.copyOf(keys, length);
      begins = Arrays.copyOf(begins, length);
      expires = Arrays.copyOf(expires, length);
      for (int column = 0; column < words.length; column++) {
        words[column] = Arrays.copyOf(words[column], length);
      }
    }

    Part part() {
      resize(size);
      return new Part(ids, keys, begins, expires, letterOAsZero, words, dictionary.words());
    }
  }

  /** Words, each once, by number. */
  private static final class Dictionary {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    int number(String word) {
      return numbers.computeIfAbsent(
          word,
          w -> {
            words.add(w);
            return words.size() - 1;
          });
    }

    String[] words() {
      return words.toArray(String[]::new);
    }
  }

  public int size() {
    return ids.length;
  }

  public EntryIndex index() {
    return index;
  }

  /** The entries without a whole plate. */
  PartialEntries others() {
    return others;
  }

  long entryId(int ordinal) {
    return ids[ordinal];
  }

  /** The plate; 0 where the entry does not know all of it. */
  long key(int ordinal) {
    return keys[ordinal];
  }

  boolean letterOAsZero(int ordinal) {
    return letterOAsZero.get(ordinal);
  }

  /** Whether the entry is in force at an instant, in microseconds since 1970. */
  boolean inForce(int ordinal, long at) {
    return begins[ordinal] <= at && at < expires[ordinal];
  }

  String snapshotId(int ordinal) {
    return word(0, ordinal);
  }

  String listId(int ordinal) {
    return word(1, ordinal);
  }

  String category(int ordinal) {
    return word(2, ordinal);
  }

  String offenceClass(int ordinal) {
    return word(3, ordinal);
  }

  String instructions(int ordinal) {
    return word(4, ordinal);
  }

  String state(int ordinal) {
    return word(5, ordinal);
  }

  VehicleTraits vehicle(int ordinal) {
    return new VehicleTraits(
        word(6, ordinal), word(7, ordinal), word(8, ordinal), word(9, ordinal));
  }

  /** What is known of a plate; null for a whole one and for none. */
  String pattern(int ordinal) {
    return word(10, ordinal);
  }

  private String word(int column, int ordinal) {
    int word = words[column][ordinal];
    return word < 0 ? null : dictionary[word];
  }
}
