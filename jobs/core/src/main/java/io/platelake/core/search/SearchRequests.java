package io.platelake.core.search;

import io.platelake.core.BadInput;
import io.platelake.core.Mistakes;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.LoggedQuery;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlatePattern;
import io.platelake.core.plate.PlateText;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import io.platelake.core.text.CsvRows;
import io.platelake.core.yaml.YamlValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads a file of requests: CSV with a header, or YAML or JSON with one request or a list of them.
 * One mistake refuses the whole file, and every mistake is named with its place. No message quotes
 * a value.
 */
public final class SearchRequests {
  private final Mistakes mistakes = new Mistakes();
  private final List<SearchRequest> requests = new ArrayList<>();
  private final String what;

  private SearchRequests(String what) {
    this.what = what;
  }

  /**
   * @param file its name; {@code .csv}, {@code .yaml}, {@code .yml} or {@code .json} says what it
   *     is, and otherwise its first character does
   * @throws BadInput naming every mistake
   */
  public static List<SearchRequest> read(String text, String file) {
    SearchRequests reading = new SearchRequests("Requests " + file);
    if (isCsv(text, file)) {
      reading.csv(text);
    } else {
      reading.yaml(text, file);
    }
    reading.mistakes.refuse();
    return reading.requests;
  }

  private static boolean isCsv(String text, String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return true;
    }
    boolean isNamed = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    String first = text.strip().lines().findFirst().orElse("");
    return !isNamed && !first.startsWith("{") && !first.startsWith("[") && !first.contains(":");
  }

  private void csv(String text) {
    mistakes.read(
        () -> {
          CsvRows.read(text, what, List.of(), this::request);
          return true;
        },
        false);
  }

  private void yaml(String text, String file) {
    mistakes.read(
        () -> {
          int number = 0;
          for (YamlValue one : YamlValue.read(text, file).list()) {
            number++;
            Map<String, String> cells = new TreeMap<>();
            one.object(SearchKey.labels())
                .forEach(
                    (key, value) ->
                        cells.put(
                            key,
                            value.isList()
                                ? String.join(
                                    ";", value.list().stream().map(YamlValue::text).toList())
                                : value.text()));
            request(cells, what + ", request " + number);
          }
          return true;
        },
        false);
  }

  private void request(Map<String, String> cells, String place) {
    int before = mistakes.count();
    for (String column : cells.keySet()) {
      if (!SearchKey.labels().contains(column)) {
        bad(place, "it has an unknown column", "Known are " + SearchKey.labels() + ".");
        return;
      }
    }
    Cells given = new Cells(cells, place);
    String purpose = given.required(SearchKey.PURPOSE);
    Optional<Instant> from = given.instant(SearchKey.FROM);
    Optional<Instant> to = given.instant(SearchKey.TO);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      bad(place, "to is not after from", "Correct one of them.");
    }
    Optional<Long> plate = given.plate();
    Optional<PlatePattern> part = given.part();
    if (given.find(SearchKey.PLATE).isPresent() && given.find(SearchKey.PART).isPresent()) {
      bad(place, "it gives a plate and a part of one", "Give one of them.");
    }
    LoggedQuery.Vehicle vehicle =
        new LoggedQuery.Vehicle(
            given.find(SearchKey.MAKE),
            given.find(SearchKey.COLOR),
            given.find(SearchKey.BODY),
            given.find(SearchKey.STATE));
    Optional<LoggedQuery.Area> area = given.area();
    Optional<String> basis = given.find(SearchKey.LEGAL_BASIS);
    if (basis.filter(b -> !SearchRequest.LEGAL_BASES.contains(b)).isPresent()) {
      bad(place, "legal_basis is unknown", "Use one of " + SearchRequest.LEGAL_BASES + ".");
    }
    if (mistakes.count() > before) {
      return;
    }
    SearchRequest request =
        new SearchRequest(
            place,
            purpose,
            given.statement(),
            basis,
            plate,
            part,
            vehicle,
            given.words(SearchKey.CAMERAS),
            area,
            from.orElseThrow(),
            to.orElseThrow(),
            given.find(SearchKey.RECIPIENT));
    if (request.kinds().isEmpty()) {
      bad(
          place,
          "it asks for every read of a time",
          "Give a plate, a part of one, a vehicle, cameras or an area.");
      return;
    }
    requests.add(request);
  }

  private void bad(String place, String why, String remedy) {
    mistakes.add(new BadInput(place, why, remedy));
  }

  /** The cells of one request. */
  private final class Cells {
    private final Map<String, String> cells;
    private final String place;

    Cells(Map<String, String> cells, String place) {
      this.cells = cells;
      this.place = place;
    }

    Optional<String> find(SearchKey key) {
      return Optional.ofNullable(cells.get(key.label()))
          .map(String::strip)
          .filter(t -> !t.isEmpty());
    }

    String required(SearchKey key) {
      return find(key)
          .orElseGet(
              () -> {
                bad(place, key.label() + " is missing", "Give it a value.");
                return "";
              });
    }

    Optional<Instant> instant(SearchKey key) {
      String text = required(key);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(OffsetDateTime.parse(text).toInstant());
      } catch (DateTimeParseException e) {
        bad(place, key.label() + " is no instant with a zone", "Write 2026-06-30T02:00:00Z.");
        return Optional.empty();
      }
    }

    Optional<Long> plate() {
      Optional<String> text = find(SearchKey.PLATE);
      Optional<Long> key = text.flatMap(PlateText::normalise).map(PlateKey::pack);
      if (text.isPresent() && key.isEmpty()) {
        bad(
            place,
            "plate is no plate",
            "Give 1 to " + PlateText.MAX_LENGTH + " letters and digits; for a part use part.");
      }
      return key;
    }

    Optional<PlatePattern> part() {
      try {
        return find(SearchKey.PART)
            .map(text -> PlatePattern.of(text, false, PlatePattern.MIN_FIXED));
      } catch (BadInput e) {
        bad(
            place,
            "part cannot be searched",
            "Give "
                + PlatePattern.MIN_FIXED
                + " known characters at least, ? for one more and * for any number.");
        return Optional.empty();
      }
    }

    Optional<LoggedQuery.Area> area() {
      List<SearchKey> keys = List.of(SearchKey.LAT, SearchKey.LON, SearchKey.RADIUS_M);
      long given = keys.stream().filter(key -> find(key).isPresent()).count();
      if (given == 0) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new LoggedQuery.Area(
                Double.parseDouble(required(SearchKey.LAT)),
                Double.parseDouble(required(SearchKey.LON)),
                Double.parseDouble(required(SearchKey.RADIUS_M))));
      } catch (IllegalArgumentException e) {
        bad(place, "lat, lon and radius_m give no circle", "Use degrees and metres.");
        return Optional.empty();
      }
    }

    List<String> words(SearchKey key) {
      return find(key)
          .map(text -> Arrays.stream(text.split(";")).map(String::strip).toList())
          .map(words -> words.stream().filter(word -> !word.isEmpty()).toList())
          .orElse(List.of());
    }

    PurposeStatement statement() {
      Map<Item, String> items = new EnumMap<>(Item.class);
      for (SearchKey key : SearchKey.values()) {
        key.item().ifPresent(item -> find(key).ifPresent(text -> items.put(item, text)));
      }
      return new PurposeStatement(items);
    }
  }
}
