package io.platelake.city.list;

import io.platelake.city.option.GeneratorOptions;
import io.platelake.city.text.Bytes;
import io.platelake.city.vehicle.Fleet;
import io.platelake.city.vehicle.VehicleLooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the list's definition and one snapshot a day, each with rows that no policy accepts. These
 * rows have a prohibited category, a missing case number, a misdemeanor, no plate, or a plate of
 * zeros. The prohibited category is about vehicles that are driven, so a match on them would show.
 */
public final class HotListFiles {
  static final String ID = "wa-stolen";
  public static final String PURPOSE = "criminal";
  private static final int PROHIBITED = 4;
  private static final int NO_CASE = 3;
  private static final int MISDEMEANOR = 3;
  private static final String HEADER =
      "plate,state,category,offence_class,case_number,officer,determination,make,model,color,expires\n";

  private final GeneratorOptions options;
  private final Fleet fleet;
  private final HotList list;

  public HotListFiles(GeneratorOptions options, Fleet fleet, HotList list) {
    this.options = options;
    this.fleet = fleet;
    this.list = list;
  }

  /** Rows of one snapshot that must not become entries, by why. */
  public static Map<String, Long> planted() {
    return new TreeMap<>(
        Map.of(
            "prohibited_category", (long) PROHIBITED,
            "case_number_missing", (long) NO_CASE,
            "offence_class_not_allowed", (long) MISDEMEANOR,
            "plate_missing", 1L,
            "plate_placeholder", 1L));
  }

  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(ID + ".yaml"), definition());
    for (int day = 0; day < options.period().days(); day++) {
      Bytes out = new Bytes().append(HEADER);
      for (ListedPlate entry : list.entries()) {
        if (entry.inForce(day)) {
          row(entry, out);
        }
      }
      plantedRows(out);
      Path file = folder.resolve(ID + "-" + options.period().date(day) + ".csv");
      try (var stream = Files.newOutputStream(file)) {
        out.drainTo(stream);
      }
    }
  }

  private String definition() {
    return """
    # Made-up entries, one snapshot a day beside this file.
    id: %s
    agency: %s
    purpose: %s
    source: department
    mapping:
      format: csv
      header: names
      fields:
        plate: plate
        state: state
        category: category
        offence_class: offence_class
        case_number: case_number
        officer: officer
        determination: determination
        make: make
        model: model
        color: color
        expires: expires
    """
        .formatted(ID, options.agencyId(), PURPOSE);
  }

  private void row(ListedPlate entry, Bytes out) {
    int number = Integer.parseInt(entry.caseNumber().substring(1)) - 100_000_000;
    // Some sources write separators, which cameras never report.
    boolean dashed = number % 20 == 7 && entry.plate().length == 7;
    if (dashed) {
      out.append(new String(entry.plate(), 0, 3, StandardCharsets.US_ASCII));
      out.append('-');
      out.append(new String(entry.plate(), 3, 4, StandardCharsets.US_ASCII));
    } else {
      out.append(entry.plate());
    }
    VehicleLooks.Model model = VehicleLooks.MODELS.get(entry.looks().model());
    // A namesake is another vehicle, so it looks different.
    boolean described = number % 10 != 3 && !entry.namesake();
    rest(
        out,
        entry.state(),
        entry.category(),
        entry.offenceClass(),
        entry.caseNumber(),
        described ? model.make() + "," + model.name() : ",",
        described ? VehicleLooks.COLORS.get(entry.looks().color()) : "",
        number % 25 == 11 ? options.period().start().plusYears(1).toString() : "");
  }

  private void plantedRows(Bytes out) {
    for (int i = 0; i < PROHIBITED; i++) {
      long vehicle = list.notListed(100 + i);
      out.append(fleet.plate(vehicle));
      rest(out, fleet.format(vehicle).state(), "immigration_violator", "", "X" + i, ",", "", "");
    }
    for (int i = 0; i < NO_CASE; i++) {
      long vehicle = list.notListed(200 + i);
      out.append(fleet.plate(vehicle));
      rest(out, fleet.format(vehicle).state(), "stolen_vehicle", "", "", ",", "", "");
    }
    for (int i = 0; i < MISDEMEANOR; i++) {
      long vehicle = list.notListed(300 + i);
      out.append(fleet.plate(vehicle));
      rest(out, fleet.format(vehicle).state(), "warrant", "misdemeanor", "Y" + i, ",", "", "");
    }
    rest(out, "WA", "stolen_vehicle", "", "Z1", ",", "", "");
    out.append("000");
    rest(out, "WA", "stolen_vehicle", "", "Z2", ",", "", "");
  }

  private static void rest(
      Bytes out,
      String state,
      String category,
      String offenceClass,
      String caseNumber,
      String makeAndModel,
      String color,
      String expires) {
    out.append(',').append(state).append(',').append(category).append(',').append(offenceClass);
    out.append(',').append(caseNumber).append(",B4711,relevant and material to the case,");
    out.append(makeAndModel).append(',').append(color).append(',').append(expires).append('\n');
  }
}
