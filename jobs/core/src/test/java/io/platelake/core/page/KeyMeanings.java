package io.platelake.core.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the keys of files mean that people write, in Markdown. */
final class KeyMeanings {
  /** Keys of a feed file. */
  static final Map<String, String> FEED = new LinkedHashMap<>();

  /** Keys of a list definition. */
  static final Map<String, String> LIST = new LinkedHashMap<>();

  /** Properties of a protected place. */
  static final Map<String, String> ZONE = new LinkedHashMap<>();

  static {
    FEED.put("id", "id of the feed: letters, digits, `-` and `_`");
    FEED.put("agency", "agency that owns the reads");
    FEED.put("purpose", "purpose that the reads are collected for, as the policy names it");
    FEED.put("layout", "a layout of [FEEDS.md](FEEDS.md); may be left out beside a `mapping`");
    FEED.put("adapter", "earlier word for `layout`");
    FEED.put("time_zone", "zone of times without one, such as `America/Los_Angeles`");
    FEED.put("confidence_scale", "`unit` (0 to 1), `percent` (0 to 100) or `per_255`");
    FEED.put("state_prefix", "how the feed writes states");
    FEED.put(
        "cameras",
        "from the maker's ids to yours: `{identity: true}` when absent, `{prefix: \"north-\"}`,"
            + " or `{map: {\"1000\": cam-1}}`");
    FEED.put("area", "where reads can be: `west`, `south`, `east` and `north` in degrees");
    FEED.put("after_landing", "what becomes of landed files: `keep`, `delete` or `move`");
    FEED.put("raw_folder", "folder that files are moved to");
    FEED.put("raw_retention", "how long kept or moved files stay, as `{amount: 72, unit: hours}`");
    FEED.put("images", "`drop` leaves pictures out; `keep` when absent, as the policy allows");
    FEED.put("no_plate_words", "words for no plate to `add`, and words that are `plates` here");
    FEED.put(
        "plate_characters",
        "letters with marks, other scripts and symbols in plates: `keep`, `fold` or `omit`");
    FEED.put("event", "`another_plate`: `vehicle` or `correction`; `time`: `exact` or `second`");
    FEED.put(
        "unusual",
        "shares that end landing with 4, as `{quarantined: 0.05}`; 0.5 when absent. Above `one_plate`, 0.1"
            + " when absent, `status` ends with 4: one plate fills that share of the feed's reads of a camera");
    FEED.put("mapping", "where the files hold what; see [MAPPING.md](MAPPING.md)");
    LIST.put("id", "id of the list: lower-case letters, digits, `-` and `_`");
    LIST.put("agency", "agency that uses the list");
    LIST.put("owner", "agency that maintains it; `agency` when absent");
    LIST.put("purpose", "purpose that it serves, as the policy names it");
    LIST.put("source", "where it comes from, as the policy names it");
    LIST.put("no_plate_words", "words for no plate to `add`, and words that are `plates` here");
    LIST.put(
        "plate_characters",
        "letters with marks, other scripts and symbols in plates: `keep`, `fold` or `omit`");
    LIST.put(
        "layout", "a layout of [HOTLISTS.md](HOTLISTS.md); may be left out beside a `mapping`");
    LIST.put("mapping", "where the file holds what; see [MAPPING.md](MAPPING.md)");
    LIST.put("override", "earlier word for `mapping` beside a layout");
    LIST.put("categories", "from the list's words to the categories of the policy");
    LIST.put("format", "short form: `csv`");
    LIST.put("delimiter", "short form: the character between cells");
    LIST.put("encoding", "short form: the charset");
    LIST.put("letter_o_as_zero", "short form: `true` where the list writes O as zero");
    LIST.put("wildcards", "short form: signs for characters that nobody saw");
    LIST.put("columns", "short form: from fields to the columns of the header");
    ZONE.put("zone_id", "id of the place, once in the file");
    ZONE.put("kind", "kind of the place, as the policy names it");
    ZONE.put("name", "name for people; the id when absent");
    ZONE.put("effective_from", "first instant in effect; always when absent");
    ZONE.put("effective_to", "first instant no longer in effect; for ever when absent");
    ZONE.put("drawn", "`premises` or `access_route`; a line must have it");
    ZONE.put("buffer_m", "metres, to widen the buffer of the policy");
    ZONE.put("premises_m", "of a point: metres from it to the edge of the premises");
    ZONE.put("holes", "`open` or `protected`, where the buffer does not fill a hole");
  }

  private KeyMeanings() {}
}
