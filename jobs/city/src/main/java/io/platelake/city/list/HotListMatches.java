package io.platelake.city.list;

import io.platelake.city.reader.Sighting;
import java.util.ArrayList;
import java.util.List;

/**
 * What one read has to do with the hot list.
 *
 * @param found entries that its reading matches
 * @param missed the entry about the vehicle itself when the reading does not match it, else null
 * @param whyMissed {@code length} or {@code substitution}, null when nothing is missed
 */
public record HotListMatches(List<Match> found, ListedPlate missed, String whyMissed) {
  public static final HotListMatches NONE = new HotListMatches(List.of(), null, null);

  /**
   * @param cause {@code vehicle}, {@code namesake} or {@code misread}
   */
  public record Match(ListedPlate entry, int substitutions, String cause) {}

  public static HotListMatches of(Sighting s, HotList list) {
    List<PlateIndex.Found> found = list.find(s.plate());
    ListedPlate own = list.of(s.vehicle());
    if (found.isEmpty() && own == null) {
      return NONE;
    }
    List<Match> matches = new ArrayList<>();
    boolean ownFound = false;
    for (PlateIndex.Found one : found) {
      if (one.substitutions() >= 0) {
        boolean about = one.entry().vehicle() == s.vehicle();
        ownFound |= one.entry() == own;
        matches.add(
            new Match(
                one.entry(),
                one.substitutions(),
                !about ? "misread" : one.entry().namesake() ? "namesake" : "vehicle"));
      }
    }
    boolean missed = own != null && !ownFound;
    return new HotListMatches(
        matches,
        missed ? own : null,
        !missed ? null : own.plate().length == s.plate().length ? "substitution" : "length");
  }

  /** Whether the reading equals, letter by letter, the plate of an entry in force on this day. */
  public boolean exactOn(int day) {
    for (Match match : found) {
      if (match.substitutions() == 0 && match.entry().inForce(day)) {
        return true;
      }
    }
    return false;
  }
}
