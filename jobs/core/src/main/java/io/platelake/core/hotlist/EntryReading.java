package io.platelake.core.hotlist;

import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.ListField;
import io.platelake.core.hotlist.layout.ListLayout;
import io.platelake.core.hotlist.layout.ListRecord;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.mapping.FieldReader;
import io.platelake.core.mapping.KindReader;
import io.platelake.core.mapping.RecordPlaces;
import io.platelake.core.mapping.time.TimeSource;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.plate.Jurisdiction;
import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import io.platelake.core.record.Reason;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns one record into an entry, or into the reason why it is none. */
final class EntryReading {
  /** Between the traits of a description; no field holds a control character. */
  private static final String TRAIT_SEPARATOR = "\u001e";

  /** What became of a record. */
  sealed interface Result permits Acceptable, Unacceptable, Prohibited, NotAnEntry {}

  record Acceptable(HotlistEntry entry) implements Result {}

  record Unacceptable(RefusalCode code) implements Result {}

  record Prohibited(String category) implements Result {}

  /** The list says that the record is of another kind. */
  record NotAnEntry() implements Result {}

  private final ListDefinition definition;
  private final EntryRules rules;
  private final OcrClasses classes;
  private final EntryPlate plates;
  private final Set<Long> withdrawn;
  private final FieldReader<ListField> fields;
  private final KindReader kinds;
  private final TimeSource.Reader begins;
  private final TimeSource.Reader expires;
  private final EntryId entryIds = new EntryId();

  EntryReading(
      ListDefinition definition, EntryRules rules, OcrClasses classes, Set<Long> withdrawn) {
    this.definition = definition;
    this.rules = rules;
    this.classes = classes;
    this.plates = new EntryPlate(definition, rules);
    this.withdrawn = withdrawn;
    ListLayout layout = definition.layout();
    this.fields =
        new FieldReader<>(
            ListField.class,
            layout.fields(),
            layout.defaults(),
            text -> !text.isBlank() && !layout.nullValues().contains(text.strip()));
    this.kinds = new KindReader(layout.kinds());
    this.begins = layout.begins().beginReader();
    this.expires = layout.expires().endReader();
  }

  Result read(ListRecord record) {
    if (record instanceof ListRecord.Broken broken) {
      return new Unacceptable(broken.code());
    }
    RecordPlaces places = ((ListRecord.Whole) record).places();
    Optional<Reason> kind = kinds.problem(places);
    if (kind.isPresent()) {
      return kind.get() == Reason.NOT_A_READ
          ? new NotAnEntry()
          : new Unacceptable(RefusalCode.RECORD_TYPE_UNKNOWN);
    }
    return read(filled(places), isPlateLost(places));
  }

  /** A number with a fraction or a truth value where a plate should be. */
  private boolean isPlateLost(RecordPlaces places) {
    return definition.layout().fields().containsKey(ListField.PLATE)
        && fields.isLost(ListField.PLATE, places);
  }

  private Map<ListField, String> filled(RecordPlaces places) {
    Map<ListField, String> cells = new EnumMap<>(ListField.class);
    for (ListField field : ListField.values()) {
      String text = fields.text(field, places);
      if (text != null) {
        cells.put(field, text);
      }
    }
    return cells;
  }

  private Result read(Map<ListField, String> cells, boolean plateLost) {
    // First of all: of a prohibited record nothing is looked at, not even its plate.
    String category = name(cells.get(ListField.CATEGORY));
    if (category != null && rules.prohibitedCategories().contains(category)) {
      return new Prohibited(category);
    }
    if (plateLost) {
      return new Unacceptable(RefusalCode.PLATE_DAMAGED);
    }
    try {
      return new Acceptable(entry(cells, category));
    } catch (RefusedEntry refused) {
      return new Unacceptable(refused.code());
    }
  }

  private HotlistEntry entry(Map<ListField, String> cells, String category) throws RefusedEntry {
    VehicleTraits vehicle = vehicle(cells);
    String pattern = plates.pattern(cells.get(ListField.PLATE));
    String plate = pattern == null ? plates.plate(cells.get(ListField.PLATE), vehicle) : null;
    Long plateKey = plate == null ? null : PlateKey.pack(plate);
    String state = state(cells.get(ListField.STATE));
    requireCategory(category);
    String offenceClass = name(cells.get(ListField.OFFENCE_CLASS));
    requireOffenceClass(category, offenceClass);
    requireFilled(cells);
    String caseNumber = cells.get(ListField.CASE_NUMBER);
    Instant beginning = edge(begins, cells.get(ListField.BEGINS), RefusalCode.BEGINS_INVALID);
    Instant end = edge(expires, cells.get(ListField.EXPIRES), RefusalCode.EXPIRES_INVALID);
    if (beginning != null && end != null && !beginning.isBefore(end)) {
      throw new RefusedEntry(RefusalCode.NEVER_IN_FORCE);
    }
    String wanted = plate != null ? plateKey.toString() : pattern != null ? pattern : said(vehicle);
    long entryId = entryIds.of(definition.id(), wanted, state, category, caseNumber, beginning);
    if (withdrawn.contains(entryId)) {
      throw new RefusedEntry(RefusalCode.ENTRY_WITHDRAWN);
    }
    return new HotlistEntry(
        entryId,
        definition.id(),
        plate,
        plateKey,
        plate == null ? null : classes.foldKey(plateKey),
        pattern,
        state,
        category,
        offenceClass,
        caseNumber,
        cells.get(ListField.OFFICER),
        cells.get(ListField.DETERMINATION),
        cells.get(ListField.INSTRUCTIONS),
        vehicle,
        beginning,
        end);
  }

  private static String said(VehicleTraits vehicle) {
    return String.join(
        TRAIT_SEPARATOR,
        vehicle.make(),
        vehicle.model(),
        vehicle.color(),
        vehicle.body() == null ? "" : vehicle.body());
  }

  private static VehicleTraits vehicle(Map<ListField, String> cells) {
    return new VehicleTraits(
        cells.get(ListField.MAKE),
        cells.get(ListField.MODEL),
        cells.get(ListField.COLOR),
        cells.get(ListField.BODY));
  }

  /** Two letters, or with the country before them, {@code us-wa}; Mexico is one. */
  private static String state(String raw) throws RefusedEntry {
    if (raw == null) {
      return null;
    }
    String text = raw.toLowerCase(Locale.ROOT);
    if (text.startsWith("mx-")) {
      return "MX";
    }
    String code = text.startsWith("us-") || text.startsWith("ca-") ? text.substring(3) : text;
    return Jurisdiction.code(code).orElseThrow(() -> new RefusedEntry(RefusalCode.STATE_INVALID));
  }

  private void requireCategory(String category) throws RefusedEntry {
    if (category == null) {
      throw new RefusedEntry(RefusalCode.CATEGORY_MISSING);
    }
    if (!rules.categories().contains(category)) {
      throw new RefusedEntry(RefusalCode.CATEGORY_NOT_ALLOWED);
    }
  }

  private void requireOffenceClass(String category, String offenceClass) throws RefusedEntry {
    Set<String> allowed = rules.offenceClasses().get(category);
    if (allowed != null && offenceClass == null) {
      throw new RefusedEntry(RefusalCode.OFFENCE_CLASS_MISSING);
    }
    if (allowed != null && !allowed.contains(offenceClass)) {
      throw new RefusedEntry(RefusalCode.OFFENCE_CLASS_NOT_ALLOWED);
    }
  }

  private void requireFilled(Map<ListField, String> cells) throws RefusedEntry {
    for (ListField field : ListField.values()) {
      if (rules.requiredFields().contains(field) && !cells.containsKey(field)) {
        throw new RefusedEntry(
            switch (field) {
              case PLATE -> RefusalCode.PLATE_MISSING;
              case STATE -> RefusalCode.STATE_MISSING;
              case CATEGORY -> RefusalCode.CATEGORY_MISSING;
              case OFFENCE_CLASS -> RefusalCode.OFFENCE_CLASS_MISSING;
              case CASE_NUMBER -> RefusalCode.CASE_NUMBER_MISSING;
              case OFFICER -> RefusalCode.OFFICER_MISSING;
              case DETERMINATION -> RefusalCode.DETERMINATION_MISSING;
              case INSTRUCTIONS -> RefusalCode.INSTRUCTIONS_MISSING;
              case MAKE, MODEL, COLOR, BODY -> RefusalCode.VEHICLE_TRAIT_MISSING;
              case EXPIRES -> RefusalCode.EXPIRES_MISSING;
              case BEGINS -> RefusalCode.BEGINS_MISSING;
            });
      }
    }
  }

  private static Instant edge(TimeSource.Reader reader, String raw, RefusalCode invalid)
      throws RefusedEntry {
    return raw == null ? null : reader.read(raw).orElseThrow(() -> new RefusedEntry(invalid));
  }

  /** A category or class as policies write it: lower case, words joined by underscores. */
  private static String name(String raw) {
    return raw == null ? null : raw.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }
}
