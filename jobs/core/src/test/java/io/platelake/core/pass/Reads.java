package io.platelake.core.pass;

import io.platelake.core.plate.OcrClasses;
import io.platelake.core.plate.PlateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads of one camera on 1 June 2026 from text, and passes back to text. */
final class Reads {
  static final PassRule RULE = PassRule.of(OcrClasses.GENETEC);

  private Reads() {}

  /**
   * One read a line: {@code time plate[@confidence] [candidate[@confidence] ...] [state=XX[@c]]
   * [gone=instant]}; ids count from 1.
   */
  static List<PassRead> of(String text) {
    List<PassRead> reads = new ArrayList<>();
    text.lines().filter(l -> !l.isBlank()).forEach(l -> reads.add(read(reads.size() + 1L, l)));
    return reads;
  }

  private static PassRead read(long id, String line) {
    String[] words = line.strip().split(" +");
    List<Reading> candidates = new ArrayList<>();
    String[] state = {null};
    Instant gone = null;
    for (int i = 2; i < words.length; i++) {
      if (words[i].startsWith("state=")) {
        state = words[i].substring(6).split("@");
      } else if (words[i].startsWith("gone=")) {
        gone = Instant.parse(words[i].substring(5));
      } else {
        candidates.add(reading(words[i]));
      }
    }
    return new PassRead(
        id, at(words[0]), reading(words[1]), candidates, state[0], confidence(state), gone);
  }

  static Instant at(String time) {
    return Instant.parse("2026-06-01T" + time + "Z");
  }

  private static Reading reading(String word) {
    String[] parts = word.split("@");
    return new Reading(PlateKey.pack(parts[0]), confidence(parts));
  }

  private static Double confidence(String[] parts) {
    return parts.length < 2 ? null : Double.valueOf(parts[1]);
  }

  static List<VehiclePass> passes(String text) {
    return CameraDay.passes(of(text), RULE, ParkedRule.DEFAULT);
  }

  /** One pass a line: its plate and the ids of its reads. */
  static String text(List<VehiclePass> passes) {
    return passes.stream()
        .map(
            p ->
                PlateKey.unpack(p.plateKey())
                    + " "
                    + p.reads().stream().map(PassRead::readId).toList())
        .collect(Collectors.joining("\n"));
  }
}
