package io.platelake.app.hold;

import io.platelake.app.ledger.hold.HoldOrder;
import io.platelake.app.ledger.hold.HoldSelector;
import io.platelake.core.Ids;
import io.platelake.core.hold.HoldKey;
import io.platelake.core.plate.PlateText;
import io.platelake.core.yaml.YamlMistakes;
import io.platelake.core.yaml.YamlValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a hold from a YAML file, because a plate is never an argument. */
final class HoldFile {
  private final YamlValue root;
  private final Map<String, YamlValue> keys;

  private HoldFile(YamlValue root) {
    this.root = root;
    this.keys = root.object(HoldKey.names());
  }

  /**
   * The hold in a file.
   *
   * @throws io.platelake.core.BadInput with file, line and key of every mistake; no value of the
   *     file is quoted
   */
  static HoldOrder read(String text, String file) {
    return YamlMistakes.read(text, "Hold file " + file, yaml -> new HoldFile(yaml).order());
  }

  private HoldOrder order() {
    HoldSelector selector =
        new HoldSelector(
            required(HoldKey.PURPOSES).list().stream().map(YamlValue::text).toList(),
            find(HoldKey.PLATES).map(HoldFile::plates),
            find(HoldKey.CAMERAS).map(HoldFile::texts),
            find(HoldKey.CAPTURED_FROM).map(HoldFile::instant),
            find(HoldKey.CAPTURED_TO).map(HoldFile::instant));
    HoldOrder order =
        new HoldOrder(
            id(required(HoldKey.ID)),
            required(HoldKey.AGENCY).text(),
            required(HoldKey.KIND).text(),
            required(HoldKey.CASE).text(),
            required(HoldKey.AUTHORITY).text(),
            find(HoldKey.CATEGORY).map(YamlValue::text),
            selector,
            find(HoldKey.REVIEW_DUE).map(HoldFile::instant));
    if (selector.selectsAll()) {
      throw root.bad(
          "it selects every read there is", "Give plates, cameras, captured_from or captured_to");
    }
    return order;
  }

  private YamlValue required(HoldKey key) {
    return root.required(keys, key.key());
  }

  private Optional<YamlValue> find(HoldKey key) {
    return Optional.ofNullable(keys.get(key.key()));
  }

  private static String id(YamlValue value) {
    if (!Ids.isId(value.text())) {
      throw value.bad("is not an id", Ids.FORM);
    }
    return value.text();
  }

  private static List<String> texts(YamlValue list) {
    return list.list().stream().map(YamlValue::text).toList();
  }

  /** Without a list every read would be selected, so an empty one is a mistake. */
  private static List<String> plates(YamlValue list) {
    List<String> plates =
        list.list().stream()
            .map(
                plate ->
                    PlateText.spelled(plate.text())
                        .orElseThrow(() -> plate.bad("is not a plate", "Use letters and digits")))
            .toList();
    if (plates.isEmpty()) {
      throw list.bad("is an empty list", "Give at least one plate, or remove the key");
    }
    return plates;
  }

  private static Instant instant(YamlValue value) {
    try {
      return OffsetDateTime.parse(value.text()).toInstant();
    } catch (DateTimeParseException e) {
      throw value.bad("is not an instant with a zone", "Write it as 2026-06-01T00:00:00Z");
    }
  }
}
