package io.platelake.core.share;

import io.platelake.core.Ids;
import io.platelake.core.share.ShareRequest.Data;
import io.platelake.core.share.ShareRequest.DirectAccess;
import io.platelake.core.yaml.YamlMistakes;
import io.platelake.core.yaml.YamlValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a request from a YAML file. */
public final class ShareRequestFile {
  private static final int LONGEST_TEXT = 500;

  private final YamlValue root;
  private final Map<String, YamlValue> keys;

  private ShareRequestFile(YamlValue root) {
    this.root = root;
    this.keys = root.object(ShareKey.names());
  }

  /**
   * The request in a file.
   *
   * @throws io.platelake.core.BadInput with file, line and key of every mistake
   */
  public static ShareRequest read(String text, String file) {
    return YamlMistakes.read(
        text, "Request file " + file, yaml -> new ShareRequestFile(yaml).request());
  }

  private ShareRequest request() {
    YamlValue id = required(ShareKey.ID);
    if (!Ids.isId(id.text())) {
      throw id.bad("is not an id", Ids.FORM);
    }
    boolean direct = flag(ShareKey.DIRECT_ACCESS);
    Optional<String> grant = find(ShareKey.GRANT).map(ShareRequestFile::line);
    if (grant.isPresent() && !direct) {
      throw keys.get(ShareKey.GRANT.key())
          .bad("is for direct access only", "Remove it, or write direct_access: true");
    }
    return new ShareRequest(
        id.text(),
        required(ShareKey.AGENCY).text(),
        required(ShareKey.BASIS).name(),
        line(required(ShareKey.RECIPIENT)),
        required(ShareKey.DATA).oneOf(List.of(Data.values())),
        instant(required(ShareKey.RECEIVED_AT)),
        line(required(ShareKey.NEED)),
        line(required(ShareKey.CONSIDERATION)),
        find(ShareKey.ITEMS).map(ShareRequestFile::items).orElse(Map.of()),
        find(ShareKey.AGREEMENT).map(ShareRequestFile::line),
        find(ShareKey.TASK_FORCE).map(ShareRequestFile::line),
        direct ? Optional.of(new DirectAccess(grant)) : Optional.empty(),
        flag(ShareKey.PUBLIC_RECORDS));
  }

  private YamlValue required(ShareKey key) {
    return root.required(keys, key.key());
  }

  private Optional<YamlValue> find(ShareKey key) {
    return Optional.ofNullable(keys.get(key.key()));
  }

  private boolean flag(ShareKey key) {
    return find(key).map(YamlValue::flag).orElse(false);
  }

  private static Map<String, String> items(YamlValue value) {
    Map<String, String> items = new TreeMap<>();
    value.entries().forEach((name, item) -> items.put(name, line(item)));
    return items;
  }

  private static String line(YamlValue value) {
    String text = value.text().strip();
    if (text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw value.bad(
          "is not one short line", "Write one line of at most " + LONGEST_TEXT + " characters");
    }
    return text;
  }

  private static Instant instant(YamlValue value) {
    try {
      return OffsetDateTime.parse(value.text()).toInstant();
    } catch (DateTimeParseException e) {
      throw value.bad("is not an instant with a zone", "Write it as 2026-06-01T00:00:00Z");
    }
  }
}
