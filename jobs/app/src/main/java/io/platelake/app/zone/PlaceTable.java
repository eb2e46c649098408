package io.platelake.app.zone;

import io.platelake.core.zone.ProtectedGround;
import io.platelake.core.zone.ProtectedPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table for people of the ground that each protected place protects. It shows the buffer in
 * metres, the areas without and with it in square metres, and how a place may protect less than it
 * looks.
 */
final class PlaceTable {
  private static final String ROW = "%-24s %-24s %-9s %8s %12s %12s  %s";

  private PlaceTable() {}

  static List<String> lines(List<ProtectedPlace> places, Instant asOf) {
    if (places.isEmpty()) {
      return List.of("No protected places are known.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        row("place", "kind", "drawn as", "buffer m", "premises m2", "protected m2", "remark"));
    for (ProtectedPlace place : places) {
      ProtectedGround ground = ProtectedGround.of(place);
      lines.add(
          row(
              place.zoneId(),
              place.kind(),
              ground.drawnAs(),
              number(place.bufferMetres()),
              number(ground.ownSquareMetres()),
              number(ground.squareMetres()),
              remark(place, ground, asOf)));
    }
    return lines;
  }

  private static String remark(ProtectedPlace place, ProtectedGround ground, Instant asOf) {
    if (place.isEffective(asOf)) {
      return ground.remark();
    }
    boolean over = place.effectiveTo() != null && !asOf.isBefore(place.effectiveTo());
    return over
        ? "not protected since " + place.effectiveTo()
        : "protected from " + place.effectiveFrom();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String row(String... cells) {
    return String.format(ROW, (Object[]) cells).stripTrailing();
  }
}
