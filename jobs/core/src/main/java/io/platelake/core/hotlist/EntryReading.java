package io.platelake.core.hotlist;

import io.platelake.core.match.VehicleTraits;
import io.platelake.core.plate.Jurisdiction;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.plate.PlateText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the filled cells of one record into an entry, or into the reason why it is none. */
final class EntryReading {
  private static final Set<String> PLACEHOLDERS = Set.of("0", "00", "000");

  /** What became of a record. */
  sealed interface Result permits Acceptable, Unacceptable, Prohibited {}

  record Acceptable(HotlistEntry entry) implements Result {}

  record Unacceptable(RefusalCode code) implements Result {}

  record Prohibited(String category) implements Result {}

  /** Ends the reading of a record; never leaves this class. */
  private static final class Stop extends Exception {
    private static final long serialVersionUID = 1L;
    private final RefusalCode code;

    Stop(RefusalCode code) {
      super(code.name(), null, false, false);
      this.code = code;
    }
  }

  private final ListDefinition definition;
  private final EntryRules rules;
  private final OcrClasses classes;

  EntryReading(ListDefinition definition, EntryRules rules, OcrClasses classes) {
    this.definition = definition;
    this.rules = rules;
    this.classes = classes;
  }

  Result read(Map<ListField, String> cells) {
    // First of all: of a prohibited record nothing is looked at, not even its plate.
    String category = name(cells.get(ListField.CATEGORY));
    if (category != null && rules.prohibitedCategories().contains(category)) {
      return new Prohibited(category);
    }
    try {
      return new Acceptable(entry(cells, category));
    } catch (Stop stop) {
      return new Unacceptable(stop.code);
    }
  }

  private HotlistEntry entry(Map<ListField, String> cells, String category) throws Stop {
    String plate = plate(cells.get(ListField.PLATE));
    long plateKey = PlateKey.pack(plate);
    String state = state(cells.get(ListField.STATE));
    requireCategory(category);
    String offenceClass = name(cells.get(ListField.OFFENCE_CLASS));
    requireOffenceClass(category, offenceClass);
    requireFilled(cells);
    String caseNumber = cells.get(ListField.CASE_NUMBER);
    return new HotlistEntry(
        EntryId.of(definition.id(), plateKey, state, category, caseNumber),
        definition.id(),
        plate,
        plateKey,
        classes.foldKey(plateKey),
        state,
        category,
        offenceClass,
        caseNumber,
        cells.get(ListField.OFFICER),
        cells.get(ListField.DETERMINATION),
        new VehicleTraits(
            letters(cells.get(ListField.MAKE)),
            cells.get(ListField.MODEL),
            letters(cells.get(ListField.COLOR)),
            cells.get(ListField.BODY)),
        expires(cells.get(ListField.EXPIRES)));
  }

  private static String plate(String raw) throws Stop {
    if (raw == null) {
      throw new Stop(RefusalCode.PLATE_MISSING);
    }
    Optional<String> plate = PlateText.normalise(raw);
    if (plate.isEmpty()) {
      throw new Stop(RefusalCode.PLATE_UNREADABLE);
    }
    if (PLACEHOLDERS.contains(plate.get())) {
      throw new Stop(RefusalCode.PLATE_PLACEHOLDER);
    }
    return plate.get();
  }

  private String state(String raw) throws Stop {
    if (raw == null) {
      return null;
    }
    return Jurisdiction.code(letters(raw)).orElseThrow(() -> new Stop(RefusalCode.STATE_INVALID));
  }

  private void requireCategory(String category) throws Stop {
    if (category == null) {
      throw new Stop(RefusalCode.CATEGORY_MISSING);
    }
    if (!rules.categories().contains(category)) {
      throw new Stop(RefusalCode.CATEGORY_NOT_ALLOWED);
    }
  }

  private void requireOffenceClass(String category, String offenceClass) throws Stop {
    Set<String> allowed = rules.offenceClasses().get(category);
    if (allowed != null && offenceClass == null) {
      throw new Stop(RefusalCode.OFFENCE_CLASS_MISSING);
    }
    if (allowed != null && !allowed.contains(offenceClass)) {
      throw new Stop(RefusalCode.OFFENCE_CLASS_NOT_ALLOWED);
    }
  }

  private void requireFilled(Map<ListField, String> cells) throws Stop {
    for (ListField field : ListField.values()) {
      if (rules.requiredFields().contains(field) && !cells.containsKey(field)) {
        throw new Stop(
            switch (field) {
              case PLATE -> RefusalCode.PLATE_MISSING;
              case STATE -> RefusalCode.STATE_MISSING;
              case CATEGORY -> RefusalCode.CATEGORY_MISSING;
              case OFFENCE_CLASS -> RefusalCode.OFFENCE_CLASS_MISSING;
              case CASE_NUMBER -> RefusalCode.CASE_NUMBER_MISSING;
              case OFFICER -> RefusalCode.OFFICER_MISSING;
              case DETERMINATION -> RefusalCode.DETERMINATION_MISSING;
              case MAKE, MODEL, COLOR, BODY -> RefusalCode.VEHICLE_TRAIT_MISSING;
              case EXPIRES -> RefusalCode.EXPIRES_MISSING;
            });
      }
    }
  }

  /** An ISO instant with offset, or an ISO date whose whole day in UTC still counts. */
  private static Instant expires(String raw) throws Stop {
    if (raw == null) {
      return null;
    }
    try {
      return raw.length() == "yyyy-MM-dd".length()
          ? LocalDate.parse(raw).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(raw).toInstant();
    } catch (DateTimeException e) {
      throw new Stop(RefusalCode.EXPIRES_INVALID);
    }
  }

  /** A category or class as policies write it: lower case, words joined by underscores. */
  private String name(String raw) {
    String text = letters(raw);
    return text == null ? null : text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }

  /** Such lists write zero for letter O in every field; this undoes it where no digit belongs. */
  private String letters(String raw) {
    return raw == null || !definition.letterOAsZero() ? raw : raw.replace('0', 'O');
  }
}
