package io.platelake.core.feed;

import io.platelake.core.BadInput;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From YAML to {@link FeedDefinition}, refusing what is not exactly as documented. */
final class FeedDefinitionReader {
  private FeedDefinitionReader() {}

  static FeedDefinition definition(YamlValue root) {
    Map<String, YamlValue> keys =
        root.object(
            "id",
            "agency",
            "purpose",
            "adapter",
            "time_zone",
            "confidence_scale",
            "state_prefix",
            "cameras",
            "area",
            "after_landing",
            "mapping");
    String adapter = adapter(required(root, keys, "adapter"));
    ZoneId zone = keys.containsKey("time_zone") ? zone(keys.get("time_zone")) : null;
    FileMapping mapping = mapping(root, keys, adapter, zone);
    return new FeedDefinition(
        required(root, keys, "id").id(),
        required(root, keys, "agency").id(),
        required(root, keys, "purpose").id(),
        adapter,
        zone,
        confidenceScale(root, keys, adapter, mapping),
        statePrefix(keys.get("state_prefix"), adapter),
        cameras(keys.get("cameras")),
        area(keys.get("area")),
        keys.containsKey("after_landing")
            ? keys.get("after_landing").oneOf(List.of(AfterLanding.values()))
            : AfterLanding.KEEP,
        mapping);
  }

  static YamlValue required(YamlValue parent, Map<String, YamlValue> keys, String name) {
    YamlValue value = keys.get(name);
    if (value == null) {
      throw parent.bad("key " + name + " is missing", "Add it");
    }
    return value;
  }

  static ZoneId zone(YamlValue value) {
    try {
      return ZoneId.of(value.text());
    } catch (DateTimeException e) {
      throw value.bad("not a time zone", "Use an IANA id such as America/Los_Angeles or UTC");
    }
  }

  private static String adapter(YamlValue value) {
    if (!FeedAdapter.names().contains(value.text())) {
      throw value.bad("unknown adapter", "Known: " + String.join(", ", FeedAdapter.names()));
    }
    return value.text();
  }

  private static FileMapping mapping(
      YamlValue root, Map<String, YamlValue> keys, String adapter, ZoneId zone) {
    boolean mapped = adapter.equals(MappingAdapter.NAME);
    if (mapped) {
      return FileMappingReader.mapping(required(root, keys, "mapping"), zone);
    }
    if (keys.containsKey("mapping")) {
      throw keys.get("mapping")
          .bad("adapter " + adapter + " takes no mapping", "Remove it, or use adapter mapping");
    }
    return null;
  }

  private static ConfidenceScale confidenceScale(
      YamlValue root, Map<String, YamlValue> keys, String adapter, FileMapping mapping) {
    if (keys.containsKey("confidence_scale")) {
      return keys.get("confidence_scale").oneOf(List.of(ConfidenceScale.values()));
    }
    boolean scored =
        mapping != null
            && (mapping.fields().containsKey(MappedField.CONFIDENCE)
                || mapping.fields().containsKey(MappedField.STATE_CONFIDENCE));
    if (scored) {
      throw root.bad(
          "a confidence is mapped and key confidence_scale is missing", "Add unit or percent");
    }
    return adapter.equals(OpenAlprAdapter.NAME) ? ConfidenceScale.PERCENT : ConfidenceScale.UNIT;
  }

  private static StatePrefix statePrefix(YamlValue value, String adapter) {
    if (value != null) {
      return value.oneOf(List.of(StatePrefix.values()));
    }
    // Plate Recognizer writes a country alone where it does not know the state.
    return adapter.equals(PlateRecognizerAdapter.NAME)
        ? StatePrefix.REQUIRED
        : StatePrefix.OPTIONAL;
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

  private static Area area(YamlValue value) {
    if (value == null) {
      return Area.EARTH;
    }
    Map<String, YamlValue> sides = value.object("west", "south", "east", "north");
    try {
      return new Area(
          required(value, sides, "west").number(),
          required(value, sides, "south").number(),
          required(value, sides, "east").number(),
          required(value, sides, "north").number());
    } catch (IllegalArgumentException e) {
      BadInput bad = value.bad(e.getMessage(), "Correct the four sides");
      bad.initCause(e);
      throw bad;
    }
  }
}
