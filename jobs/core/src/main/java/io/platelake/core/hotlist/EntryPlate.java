package io.platelake.core.hotlist;

import io.platelake.core.BadInput;
import io.platelake.core.format.Layout;
import io.platelake.core.hotlist.layout.ListDefinition;
import io.platelake.core.hotlist.layout.RefusalCode;
import io.platelake.core.mapping.Wildcards;
import io.platelake.core.match.rule.VehicleRule;
import io.platelake.core.match.rule.VehicleTraits;
import io.platelake.core.plate.PlatePattern;
import io.platelake.core.plate.SpreadsheetDamage;
import java.util.Optional;
import java.util.Set;

/** Reads the plate of an entry: a whole plate, a part of one, or none for a described vehicle. */
final class EntryPlate {
  private static final Set<String> PLACEHOLDERS = Set.of("0", "00", "000");

  private final ListDefinition definition;
  private final EntryRules rules;

  EntryPlate(ListDefinition definition, EntryRules rules) {
    this.definition = definition;
    this.rules = rules;
  }

  /** The whole plate; null for an accepted description of a vehicle without one. */
  String plate(String raw, VehicleTraits vehicle) throws RefusedEntry {
    if (raw == null) {
      requireDescription(vehicle);
      return null;
    }
    requireUndamaged(raw);
    Optional<String> plate = definition.noPlateWords().plate(definition.characters().applied(raw));
    if (plate.isEmpty()) {
      boolean silent = raw.codePoints().noneMatch(Character::isLetterOrDigit);
      throw new RefusedEntry(
          silent || definition.noPlateWords().find(raw).isPresent()
              ? RefusalCode.PLATE_PLACEHOLDER
              : RefusalCode.PLATE_UNREADABLE);
    }
    if (PLACEHOLDERS.contains(plate.get()) || definition.layout().fillers().contains(plate.get())) {
      throw new RefusedEntry(RefusalCode.PLATE_PLACEHOLDER);
    }
    return plate.get();
  }

  private void requireUndamaged(String raw) throws RefusedEntry {
    boolean rows = definition.layout().format().layout() == Layout.CSV;
    boolean damaged =
        SpreadsheetDamage.isDamaged(raw) || rows && SpreadsheetDamage.isTruthValue(raw);
    if (damaged && !definition.noPlateWords().isPlateHere(raw)) {
      throw new RefusedEntry(RefusalCode.PLATE_DAMAGED);
    }
  }

  private void requireDescription(VehicleTraits vehicle) throws RefusedEntry {
    if (vehicle.equals(new VehicleTraits(null, null, null, null))) {
      throw new RefusedEntry(RefusalCode.PLATE_MISSING);
    }
    if (!rules.vehicleOnly()) {
      throw new RefusedEntry(RefusalCode.VEHICLE_ONLY);
    }
    if (!VehicleRule.isEnough(vehicle)) {
      throw new RefusedEntry(RefusalCode.VEHICLE_TOO_WIDE);
    }
  }

  /** What is known of a plate, in its one spelling; null where no wildcard of the list stands. */
  String pattern(String raw) throws RefusedEntry {
    Wildcards wildcards = definition.layout().wildcards();
    if (raw == null || !wildcards.isIn(raw) || isWordWithUnderscore(raw)) {
      return null;
    }
    PlatePattern pattern;
    try {
      pattern =
          PlatePattern.of(
              definition.characters().applied(wildcards.replaced(raw)),
              definition.letterOAsZero(),
              1);
    } catch (BadInput e) {
      throw new RefusedEntry(RefusalCode.PLATE_UNREADABLE);
    }
    if (rules.minKnown().isEmpty()) {
      throw new RefusedEntry(RefusalCode.PLATE_PARTIAL);
    }
    if (pattern.known() < rules.minKnown().getAsInt()) {
      throw new RefusedEntry(RefusalCode.PLATE_TOO_WIDE);
    }
    return pattern.text();
  }

  /** {@code NO_PLATE}, where the underscore is no wildcard. */
  private boolean isWordWithUnderscore(String raw) {
    String spaced = raw.strip().replace('_', ' ');
    return definition.noPlateWords().find(spaced).filter(spaced::equalsIgnoreCase).isPresent();
  }
}
