package io.platelake.city.list;

import io.platelake.city.vehicle.Fleet;

/**
 * One entry of the generated hot list.
 *
 * @param vehicle whose plate it is
 * @param plate as issued
 * @param state as the list has it; differs from the vehicle's where {@code namesake}
 * @param caseNumber unique in the list
 * @param fromDay first day whose snapshot holds it, counted from 0
 * @param toDay first day whose snapshot no longer holds it
 * @param namesake listed for a vehicle of another state that happens to carry the same serial
 */
public record ListedPlate(
    long vehicle,
    byte[] plate,
    String state,
    String category,
    String offenceClass,
    String caseNumber,
    Fleet.Looks looks,
    int fromDay,
    int toDay,
    boolean namesake) {

  boolean inForce(int day) {
    return fromDay <= day && day < toDay;
  }

  /** Says nothing of the plate. */
  @Override
  public String toString() {
    return "ListedPlate[" + caseNumber + "]";
  }
}
