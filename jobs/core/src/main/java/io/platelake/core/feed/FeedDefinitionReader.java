package io.platelake.core.feed;

import io.platelake.core.BadInput;
import io.platelake.core.feed.raw.RawFilesReader;
import io.platelake.core.feed.rule.EventRule;
import io.platelake.core.feed.rule.UnusualShares;
import io.platelake.core.mapping.CommonWords;
import io.platelake.core.mapping.FileMapping;
import io.platelake.core.mapping.FileMappingReader;
import io.platelake.core.mapping.MappedField;
import io.platelake.core.plate.NoPlateWords;
import io.platelake.core.plate.PlateCharacters;
import io.platelake.core.yaml.YamlDigest;
import io.platelake.core.yaml.YamlValue;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From YAML to {@link FeedDefinition}, refusing what is not exactly as documented. */
public final class FeedDefinitionReader {
  /** Keys of a feed file. */
  public static final List<String> KEYS =
      List.of(
          "id",
          "agency",
          "purpose",
          "layout",
          "adapter",
          "time_zone",
          "confidence_scale",
          "state_prefix",
          "cameras",
          "area",
          "after_landing",
          "raw_folder",
          "raw_retention",
          "images",
          "no_plate_words",
          "plate_characters",
          "event",
          "unusual",
          "mapping");

  private FeedDefinitionReader() {}

  static FeedDefinition definition(YamlValue root) {
    Map<String, YamlValue> keys = root.object(KEYS);
    String adapter = adapter(root, keys);
    ZoneId zone = keys.containsKey("time_zone") ? keys.get("time_zone").zone() : null;
    Map<String, YamlValue> maker =
        MakerFormats.names().contains(adapter) ? MakerFormats.keys(adapter) : Map.of();
    FileMapping mapping = mapping(root, keys, maker, adapter, zone);
    return new FeedDefinition(
        root.required(keys, "id").id(),
        root.required(keys, "agency").id(),
        root.required(keys, "purpose").id(),
        adapter,
        zone,
        confidenceScale(root, keys, maker, mapping),
        statePrefix(keys, maker),
        cameras(keys.get("cameras")),
        area(keys.get("area")),
        RawFilesReader.read(root, keys),
        mapping,
        keepsImages(keys.get("images")),
        NoPlateWords.read(keys.get("no_plate_words")),
        PlateCharacters.read(keys.get("plate_characters")),
        event(keys.getOrDefault("event", maker.get("event")), mapping),
        UnusualShares.read(keys.get("unusual")),
        digest(keys, maker));
  }

  private static EventRule event(YamlValue value, FileMapping mapping) {
    EventRule rule = EventRule.read(value);
    boolean named = mapping == null || mapping.fields().containsKey(MappedField.EVENT_ID);
    if (rule.corrects() && !named) {
      throw value.bad(
          "no event_id is mapped, so no record can correct another", "Map event_id, or remove it");
    }
    return rule;
  }

  /**
   * Keys count by their common word. What becomes of the file, and what is unusual, decides nothing
   * about a record.
   */
  private static String digest(Map<String, YamlValue> keys, Map<String, YamlValue> maker) {
    Map<String, YamlValue> reading = new LinkedHashMap<>(keys);
    reading
        .keySet()
        .removeAll(List.of("after_landing", "raw_folder", "raw_retention", "images", "unusual"));
    reading.computeIfPresent("mapping", (key, mapping) -> CommonWords.of(mapping));
    if (reading.containsKey("adapter")) {
      reading.put("layout", reading.remove("adapter"));
    }
    return YamlDigest.of(List.of(reading, maker));
  }

  /** A feed names its layout, by that key or the earlier {@code adapter}, or maps all of it. */
  private static String adapter(YamlValue root, Map<String, YamlValue> keys) {
    YamlValue value = keys.getOrDefault("layout", keys.get("adapter"));
    if (keys.containsKey("layout") && keys.containsKey("adapter")) {
      throw value.bad("says the same as adapter", "Keep one of the two");
    }
    if (value == null && keys.containsKey("mapping")) {
      return MappingAdapter.NAME;
    }
    if (value == null) {
      throw root.place().missing("layout");
    }
    if (!FeedAdapter.names().contains(value.text())) {
      throw value.place().unknownValue(value.text(), FeedAdapter.names());
    }
    return value.text();
  }

  private static FileMapping mapping(
      YamlValue root,
      Map<String, YamlValue> keys,
      Map<String, YamlValue> maker,
      String adapter,
      ZoneId zone) {
    if (adapter.equals(MappingAdapter.NAME)) {
      return FileMappingReader.mapping(root.required(keys, "mapping"), zone);
    }
    if (maker.containsKey("mapping")) {
      YamlValue own = keys.get("mapping");
      return FileMappingReader.mapping(MakerFormats.mapping(maker.get("mapping"), own), zone);
    }
    if (keys.containsKey("mapping")) {
      throw keys.get("mapping")
          .bad("layout " + adapter + " takes no mapping", "Remove it, or the layout");
    }
    return null;
  }

  private static ConfidenceScale confidenceScale(
      YamlValue root,
      Map<String, YamlValue> keys,
      Map<String, YamlValue> maker,
      FileMapping mapping) {
    YamlValue stated = keys.getOrDefault("confidence_scale", maker.get("confidence_scale"));
    if (stated != null) {
      return stated.oneOf(List.of(ConfidenceScale.values()));
    }
    boolean scored =
        mapping != null
            && (mapping.fields().containsKey(MappedField.CONFIDENCE)
                || mapping.fields().containsKey(MappedField.STATE_CONFIDENCE)
                || mapping.candidates().stream().anyMatch(c -> c.confidence() != null));
    if (scored) {
      throw root.bad(
          "a confidence is mapped, so it lacks the required key 'confidence_scale'",
          "Add unit, percent, per_255 or per_999");
    }
    return ConfidenceScale.UNIT;
  }

  private static StatePrefix statePrefix(
      Map<String, YamlValue> keys, Map<String, YamlValue> maker) {
    YamlValue value = keys.getOrDefault("state_prefix", maker.get("state_prefix"));
    return value == null ? StatePrefix.OPTIONAL : value.oneOf(List.of(StatePrefix.values()));
  }

  private static CameraNames cameras(YamlValue value) {
    if (value == null) {
      return new CameraNames.Prefixed("");
    }
    Map<String, YamlValue> rules = value.object("identity", "prefix", "map");
    if (rules.size() != 1) {
      throw value.bad("one rule is needed", "Keep one of identity, prefix and map");
    }
    if (rules.containsKey("prefix")) {
      return new CameraNames.Prefixed(rules.get("prefix").text());
    }
    if (rules.containsKey("map")) {
      Map<String, String> byVendorId = new LinkedHashMap<>();
      rules.get("map").entries().forEach((vendor, ours) -> byVendorId.put(vendor, ours.text()));
      return new CameraNames.Listed(byVendorId);
    }
    if (!rules.get("identity").flag()) {
      throw rules.get("identity").bad("false leaves no rule", "Use prefix or map instead");
    }
    return new CameraNames.Prefixed("");
  }

  private enum Images {
    KEEP,
    DROP
  }

  private static boolean keepsImages(YamlValue value) {
    return value == null || value.oneOf(List.of(Images.values())) == Images.KEEP;
  }

  private static Area area(YamlValue value) {
    if (value == null) {
      return Area.EARTH;
    }
    Map<String, YamlValue> sides = value.object("west", "south", "east", "north");
    try {
      return new Area(
          value.required(sides, "west").number(),
          value.required(sides, "south").number(),
          value.required(sides, "east").number(),
          value.required(sides, "north").number());
    } catch (IllegalArgumentException e) {
      BadInput bad = value.bad(e.getMessage(), "Correct the four sides");
      bad.initCause(e);
      throw bad;
    }
  }
}
