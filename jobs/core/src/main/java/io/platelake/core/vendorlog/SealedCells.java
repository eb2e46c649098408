package io.platelake.core.vendorlog;

import io.platelake.core.accesslog.PlateToken;
import io.platelake.core.plate.PlateText;
import io.platelake.core.vendorlog.LogColumn.Holds;
import io.platelake.core.vendorlog.LogColumn.Plates;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cells of a vendor's log as a lake keeps them: without a plate in clear. A plate is a keyed token.
 * Of a cell in which plates cannot be told from the rest, a keyed digest stays; so it is of each
 * column that the layout does not know. In other texts each word of the form of a plate becomes a
 * token, and so does the plate of the row. Whoever needs the original opens the file of the row.
 */
public final class SealedCells {
  // A word of letters and digits, as a plate; "26-000123" has no letters, "robbery" no digits.
  private static final Pattern PLATE_WORD =
      Pattern.compile(
          "(?<![\\p{Alnum}])(?=[\\p{Alnum}-]*\\d)(?=[\\p{Alnum}-]*[A-Za-z])"
              + "(?:[A-Za-z0-9]{5,8}|[A-Za-z]{2,4}-\\d{2,4}|\\d{2,4}-[A-Za-z]{2,4})(?![\\p{Alnum}])");
  private static final Pattern LINES = Pattern.compile("\\R");
  private static final int SHORTEST_PLATE = 4;

  private final LogLayout layout;
  private final PlateToken token;

  public SealedCells(LogLayout layout, PlateToken token) {
    this.layout = layout;
    this.token = token;
  }

  /** Cells by column, sorted. */
  public Map<String, LogCell> of(LogRow row) {
    Optional<String> plate = plate(row);
    Map<String, LogCell> sealed = new TreeMap<>();
    row.cells().forEach((name, cell) -> sealed.put(name, sealed(name, cell, plate)));
    return sealed;
  }

  private Optional<String> plate(LogRow row) {
    return layout.columns().values().stream()
        .filter(column -> column.plates() == Plates.IS)
        .map(column -> row.cell(column.name()))
        .filter(cell -> cell.state() == LogCell.State.VALUE)
        .findFirst()
        .flatMap(cell -> PlateText.normalise(cell.text()))
        .filter(plate -> plate.length() >= SHORTEST_PLATE);
  }

  private LogCell sealed(String name, LogCell cell, Optional<String> plate) {
    if (!cell.state().hasValue() && cell.state() != LogCell.State.PARTIAL) {
      return cell;
    }
    LogColumn column = layout.columns().get(name);
    if (column != null && column.holds() != Holds.TEXT && column.holds() != Holds.WORD) {
      return cell;
    }
    Plates plates = column == null ? Plates.SEALED : column.plates();
    String text =
        switch (plates) {
          case IS ->
              cell.state() == LogCell.State.PARTIAL
                  ? digest(cell.text())
                  : PlateText.normalise(cell.text())
                      .map(token::of)
                      .orElseGet(() -> digest(cell.text()));
          case SEALED ->
              column == null || column.keeps().isEmpty()
                  ? digest(cell.text())
                  : kept(cell.text(), column.keeps(), plate);
          case MAYBE -> without(cell.text(), plate);
          case NEVER -> layout.key().contains(name) ? cell.text() : own(cell.text(), plate);
        };
    return new LogCell(cell.state(), text);
  }

  /** Lines with a label that may be kept; the rest of the cell as a digest. */
  private String kept(String text, Set<String> labels, Optional<String> plate) {
    String kept =
        LINES
            .splitAsStream(text)
            .filter(line -> labels.contains(label(line)))
            .map(line -> without(line, plate))
            .collect(Collectors.joining("\n"));
    return kept.isEmpty() ? digest(text) : kept;
  }

  private static String label(String line) {
    int colon = line.indexOf(':');
    return colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
  }

  private String without(String text, Optional<String> plate) {
    String own = own(text, plate);
    boolean digits = own.chars().anyMatch(c -> c >= '0' && c <= '9');
    return digits
        ? PLATE_WORD.matcher(own).replaceAll(found -> "[plate " + tokenOf(found.group()) + "]")
        : own;
  }

  /** A text without the plate of its row, whatever is between its characters. */
  private String own(String text, Optional<String> plate) {
    if (plate.isEmpty() || !bare(text).contains(plate.get())) {
      return text;
    }
    String spaced =
        plate
            .get()
            .chars()
            .mapToObj(c -> String.valueOf((char) c))
            .collect(Collectors.joining("[^\\p{Alnum}]*"));
    return Pattern.compile(spaced, Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .replaceAll("[plate " + token.of(plate.get()) + "]");
  }

  private static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        bare.append(Character.toUpperCase(c));
      }
    }
    return bare.toString();
  }

  private String tokenOf(String word) {
    return PlateText.normalise(word).map(token::of).orElseGet(() -> digest(word));
  }

  private String digest(String text) {
    return "sealed " + token.digest(text).substring(0, 32);
  }
}
