package io.platelake.core.feed.variant;

import io.platelake.core.feed.ParsedRead;
import io.platelake.core.format.Header;
import io.platelake.core.record.RawRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of delimited text. What is done to the columns is the same in all rows of a file. */
final class RowForm implements Form {
  private static final Set<VariantKind> NOT_OF_ROWS =
      Set.of(VariantKind.TEXTS_AS_NUMBERS, VariantKind.NESTED, VariantKind.ARRAY_OF_ONE);

  /** Rows of a file have the columns of its first one. */
  private long columnSeed = Long.MIN_VALUE;

  @Override
  public Optional<Draft> varied(SampleRecord record, Set<VariantKind> kinds, Random random) {
    if (!(record.raw() instanceof RawRecord.Row row)
        || kinds.stream().anyMatch(NOT_OF_ROWS::contains)
        || kinds.contains(VariantKind.OTHER_ZONE) && !record.isRead()) {
      return Optional.empty();
    }
    if (columnSeed == Long.MIN_VALUE) {
      columnSeed = random.nextLong();
    }
    List<String> names = names(record);
    Set<String> removed = new HashSet<>();
    List<String> cells = new ArrayList<>(row.cells());
    for (int i = 0; i < cells.size(); i++) {
      String name = names.get(i);
      Set<String> below = below(name, cells.get(i));
      if (kinds.contains(VariantKind.OTHER_ZONE)
          && record.names().isTime(name)
          && cells.get(i).length() > 10) {
        ParsedRead.Read first = (ParsedRead.Read) record.known().get(0);
        cells.set(i, OtherZone.text(first.read().capturedAt(), random));
      }
      boolean blank = kinds.contains(VariantKind.BLANKS) && random.nextBoolean();
      if (blank && !cells.get(i).isEmpty()) {
        cells.set(i, cells.get(i) + " ".repeat(1 + random.nextInt(3)));
      }
      boolean none = kinds.contains(VariantKind.NULL_FIELDS) && random.nextInt(3) == 0;
      if (none && record.names().isRemovable(below)) {
        removed.addAll(below);
        cells.set(i, List.of("", "NULL", "null", "N/A", "-").get(random.nextInt(5)));
      }
    }
    return Optional.of(
        new Draft(
            line(shaped(record, cells, names, kinds, removed), kinds, record, random), removed));
  }

  /** A cell may hold a structure with names of its own. */
  private static Set<String> below(String name, String cell) {
    Set<String> below = new HashSet<>(List.of(name));
    if (cell.startsWith("{") || cell.startsWith("[")) {
      below.addAll(Arrays.asList(cell.split("[^A-Za-z0-9_]+")));
    }
    return below;
  }

  /** Columns in another order, one gone, or one more. */
  private List<String> shaped(
      SampleRecord record,
      List<String> cells,
      List<String> names,
      Set<VariantKind> kinds,
      Set<String> removed) {
    List<Integer> order = columns(record, names, kinds);
    IntStream.range(0, names.size())
        .filter(i -> !order.contains(i))
        .forEach(i -> removed.addAll(below(names.get(i), "")));
    return order.stream().map(i -> i < 0 ? "x;y, \"z\"" : cells.get(i)).toList();
  }

  /** Without a header no column can be elsewhere. */
  private List<Integer> columns(SampleRecord record, List<String> names, Set<VariantKind> kinds) {
    Random random = new Random(columnSeed);
    List<Integer> order = IntStream.range(0, names.size()).boxed().collect(Collectors.toList());
    boolean named = !record.feed().format().header().is(Header.Kind.NONE);
    if (kinds.contains(VariantKind.FIELD_ORDER) && named) {
      if (random.nextBoolean()) {
        Collections.shuffle(order, random);
      } else {
        Collections.swap(order, random.nextInt(order.size()), random.nextInt(order.size()));
      }
    }
    if (kinds.contains(VariantKind.ABSENT_FIELDS)) {
      order.removeIf(
          i -> record.names().isRemovable(Set.of(names.get(i))) && random.nextInt(3) == 0);
    }
    if (kinds.contains(VariantKind.EXTRA_FIELDS)) {
      order.add(named ? random.nextInt(order.size() + 1) : order.size(), -1);
    }
    return order;
  }

  private static String line(
      List<String> cells, Set<VariantKind> kinds, SampleRecord record, Random random) {
    char delimiter = record.feed().format().rows().delimiter();
    boolean quoted = kinds.contains(VariantKind.TYPES_AS_TEXT);
    return cells.stream()
        .map(
            cell -> {
              boolean needed =
                  cell.indexOf(delimiter) >= 0 || cell.contains("\"") || cell.contains("\n");
              return needed || quoted && random.nextInt(4) > 0
                  ? "\"" + cell.replace("\"", "\"\"") + "\""
                  : cell;
            })
        .collect(Collectors.joining(String.valueOf(delimiter)));
  }

  private static List<String> names(SampleRecord record) {
    List<String> stated = record.feed().format().rows().names();
    if (!stated.isEmpty()) {
      return stated;
    }
    String header = ((RawRecord.Row) record.raw()).header();
    return List.of(header.replace("\uFEFF", "").split(","));
  }

  @Override
  public String file(
      List<String> records, SampleRecord first, Set<VariantKind> kinds, Random random) {
    List<String> names = names(first);
    Header kind = first.feed().format().header();
    boolean moved =
        kinds.contains(VariantKind.FIELD_ORDER) || kinds.contains(VariantKind.EXTRA_FIELDS);
    boolean headed =
        kind.is(Header.Kind.NAMES)
            || kind.is(Header.Kind.OPTIONAL) && (moved || random.nextBoolean());
    String rows = String.join("\n", records) + (random.nextBoolean() ? "\n" : "");
    if (!headed) {
      return rows;
    }
    int style = random.nextInt(4);
    String delimiter = String.valueOf(first.feed().format().rows().delimiter());
    String header =
        columns(first, names, kinds).stream()
            .map(i -> i < 0 ? "x_more" : names.get(i))
            .map(n -> kinds.contains(VariantKind.KEY_CASE) ? JsonChanges.renamed(n, style % 3) : n)
            .map(n -> kinds.contains(VariantKind.BLANKS) && random.nextBoolean() ? n + "  " : n)
            .map(n -> kinds.contains(VariantKind.TYPES_AS_TEXT) ? "\"" + n + "\"" : n)
            .collect(Collectors.joining(delimiter));
    boolean told = kinds.contains(VariantKind.LAYOUT);
    String gap = told && random.nextBoolean() ? "\n\n" : "\n";
    return (told ? "sep=" + delimiter + "\n" : "") + header + gap + rows;
  }

  @Override
  public String withForeignText(String file) {
    return file.replaceFirst("OCR read", "\u5357\u95E8");
  }
}
