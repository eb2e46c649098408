package io.platelake.core.feed.raw;

import io.platelake.core.policy.retention.Period;
import io.platelake.core.policy.retention.Unit;
import io.platelake.core.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The keys of {@link RawFiles} in a feed definition. */
public final class RawFilesReader {
  private static final int LONGEST = 100_000;

  private RawFilesReader() {}

  public static RawFiles read(YamlValue root, Map<String, YamlValue> keys) {
    AfterLanding after =
        keys.containsKey("after_landing")
            ? keys.get("after_landing").oneOf(List.of(AfterLanding.values()))
            : AfterLanding.KEEP;
    YamlValue folder = keys.get("raw_folder");
    YamlValue retention = keys.get("raw_retention");
    if (after == AfterLanding.MOVE && folder == null) {
      throw root.bad("files are moved, so it lacks the required key 'raw_folder'", "Say where to");
    }
    if (after != AfterLanding.MOVE && folder != null) {
      throw folder.bad("files are not moved", "Add after_landing: move, or remove it");
    }
    if (after == AfterLanding.DELETE && retention != null) {
      throw retention.bad("files are deleted at once", "Remove it, or keep or move the files");
    }
    return new RawFiles(
        after, folder == null ? null : folder.text(), retention == null ? null : period(retention));
  }

  private static Duration period(YamlValue value) {
    Map<String, YamlValue> keys = value.object("amount", "unit");
    YamlValue amount = value.required(keys, "amount");
    Unit unit = value.required(keys, "unit").oneOf(List.of(Unit.MINUTES, Unit.HOURS, Unit.DAYS));
    return new Period(amount.integer(0, LONGEST), unit).toDuration();
  }
}
