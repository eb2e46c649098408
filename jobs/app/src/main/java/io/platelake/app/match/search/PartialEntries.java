package io.platelake.app.match.search;

import io.platelake.core.match.index.EntryVisitor;
import io.platelake.core.match.index.PatternIndex;
import io.platelake.core.match.index.VehicleIndex;
import io.platelake.core.match.rule.Description;
import io.platelake.core.plate.PlatePattern;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The entries without a whole plate: parts of plates, and descriptions of vehicles. */
final class PartialEntries implements Serializable {
  private static final long serialVersionUID = 1L;

  private final PatternIndex patterns;
  private final int[] ofPattern;
  private final VehicleIndex descriptions;
  private final int[] ofDescription;
  private final HashMap<Integer, PlatePattern> byEntry = new HashMap<>();

  private PartialEntries(
      List<PlatePattern> patterns,
      List<Integer> ofPattern,
      List<Description> descriptions,
      List<Integer> ofDescription) {
    this.patterns = PatternIndex.of(patterns);
    this.ofPattern = ofPattern.stream().mapToInt(Integer::intValue).toArray();
    this.descriptions = VehicleIndex.of(descriptions);
    this.ofDescription = ofDescription.stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < patterns.size(); i++) {
      byEntry.put(ofPattern.get(i), patterns.get(i));
    }
  }

  /** Patterns that give less than the policy in force asks for are not looked for. */
  static PartialEntries of(ListedEntries entries, MatchRules rules) {
    List<PlatePattern> patterns = new ArrayList<>();
    List<Integer> ofPattern = new ArrayList<>();
    List<Description> descriptions = new ArrayList<>();
    List<Integer> ofDescription = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      if (entries.key(i) != 0) {
        continue;
      }
      if (entries.pattern(i) == null) {
        descriptions.add(new Description(entries.state(i), entries.vehicle(i)));
        ofDescription.add(i);
      } else {
        PlatePattern pattern = PlatePattern.of(entries.pattern(i), entries.letterOAsZero(i), 1);
        if (rules.tiers().partial().filter(rule -> rule.isEnough(pattern)).isPresent()) {
          patterns.add(pattern);
          ofPattern.add(i);
        }
      }
    }
    return new PartialEntries(patterns, ofPattern, descriptions, ofDescription);
  }

  boolean hasPatterns() {
    return ofPattern.length > 0;
  }

  boolean hasDescriptions() {
    return ofDescription.length > 0;
  }

  /** Visits the entries that know a part of this plate. */
  void findParts(long plateKey, EntryVisitor visitor) {
    patterns.find(plateKey, (i, tier, edits) -> visitor.match(ofPattern[i], tier, edits));
  }

  /** Visits the entries that describe this vehicle. */
  void findVehicle(Description read, EntryVisitor visitor) {
    descriptions.find(read, (i, tier, edits) -> visitor.match(ofDescription[i], tier, edits));
  }

  /** What an entry knows of its plate; null when it is no such entry. */
  PlatePattern pattern(int ordinal) {
    return byEntry.get(ordinal);
  }
}
