package io.platelake.core.feed.variant;

import io.platelake.core.record.RawRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Blocks of names and values. */
final class PairsForm implements Form {
  private static final Set<VariantKind> OF_PAIRS =
      Set.of(
          VariantKind.FIELD_ORDER,
          VariantKind.ABSENT_FIELDS,
          VariantKind.KEY_CASE,
          VariantKind.OTHER_ZONE,
          VariantKind.ENCODING,
          VariantKind.LAYOUT,
          VariantKind.LINE_ENDS,
          VariantKind.EXTRA_FIELDS,
          VariantKind.BLANKS,
          VariantKind.SEVERAL);

  @Override
  public Optional<Draft> varied(SampleRecord record, Set<VariantKind> kinds, Random random) {
    if (!(record.raw() instanceof RawRecord.Pairs) || !OF_PAIRS.containsAll(kinds)) {
      return Optional.empty();
    }
    String block = new String(record.raw().bytes(), StandardCharsets.UTF_8).strip();
    // Slots behind each other on a line are the same as slots on lines of their own.
    List<String> lines = new ArrayList<>(block.replaceAll(" (?=LPR[0-9]=)", "\n").lines().toList());
    if (kinds.contains(VariantKind.FIELD_ORDER)) {
      lines.replaceAll(line -> shuffled(line, random));
      Collections.shuffle(lines, random);
    }
    if (kinds.contains(VariantKind.ABSENT_FIELDS)) {
      lines.replaceAll(line -> line.replaceAll(",(ACT_PARAM|ROI_X|LP_BMP)[0-9]=[^,\\n]*", ""));
      lines.removeIf(line -> line.matches("(Alarm|Motion|Door).*") && random.nextBoolean());
    }
    if (kinds.contains(VariantKind.KEY_CASE)) {
      lines.replaceAll(line -> line.toLowerCase(Locale.ROOT));
    }
    if (kinds.contains(VariantKind.OTHER_ZONE)) {
      String zone = List.of(" UTC", " CEST", "", "Z", " +00:00", " -0700").get(random.nextInt(6));
      // An hour that is another one in the zone that stands there now cannot be the same read.
      if (!zone.matches(" UTC|Z| [+]00:00")) {
        return Optional.empty();
      }
      lines.replaceAll(line -> line.replace(" GMT", zone));
    }
    if (kinds.contains(VariantKind.EXTRA_FIELDS)) {
      lines.replaceAll(line -> line.contains("=") ? line + ",X_MORE=5" : line);
      lines.add(random.nextInt(lines.size()), "XMore=OTHER9");
    }
    if (kinds.contains(VariantKind.BLANKS)) {
      lines.replaceAll(line -> line + "  ");
    }
    boolean joined = kinds.contains(VariantKind.LAYOUT);
    return Optional.of(
        new Draft(String.join("\n", lines).replaceAll("\n(?=LPR[1-9]=)", joined ? " " : "\n")));
  }

  private static String shuffled(String line, Random random) {
    List<String> pairs = new ArrayList<>(Arrays.asList(line.split(",")));
    Collections.shuffle(pairs, random);
    return pairs.stream().collect(Collectors.joining(","));
  }

  @Override
  public String file(
      List<String> records, SampleRecord first, Set<VariantKind> kinds, Random random) {
    if (random.nextBoolean()) {
      return String.join("\n\n", records) + "\n";
    }
    return records.stream()
            .map(one -> "--box\nContent-Type: text/plain\n\n" + one + "\n")
            .collect(Collectors.joining())
        + "--box--\n";
  }

  @Override
  public String withForeignText(String file) {
    return file.replaceFirst("MotionDetect=0", "Site=\u5357\u95E8");
  }
}
