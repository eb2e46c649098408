package io.platelake.city.department;

import java.util.Locale;

/**
 * Somebody who searches.
 *
 * @param account login
 * @param person key of the person
 * @param unit patrol, detectives or dispatch
 * @param team of patrol and dispatch: which of four rotations
 * @param device usual device
 */
record Officer(String account, String person, Unit unit, int team, String device) {
  /** Units differ in shifts and in how much they search. */
  enum Unit {
    PATROL(120, 1.1),
    DETECTIVES(60, 2.2),
    DISPATCH(20, 1.5);

    private final int people;
    private final double searchesAShift;

    Unit(int people, double searchesAShift) {
      this.people = people;
      this.searchesAShift = searchesAShift;
    }

    int people() {
      return people;
    }

    double searchesAShift() {
      return searchesAShift;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
