package io.platelake.core.vendorlog;

import io.platelake.core.detect.ScreenedSearch;
import io.platelake.core.detect.SeenCell;
import io.platelake.core.detect.SharingChange;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of a vendor's log, as a lake has it.
 *
 * @param id of the search or event in its log, or of the row where the log has none
 * @param at instant, UTC
 * @param cells by our name of the column; see {@link SealedCells}
 */
public record ImportedCells(String id, Instant at, Map<String, LogCell> cells) {
  private static final Pattern LINES = Pattern.compile("\\R");
  private static final Pattern FRAME_END = Pattern.compile("\\R|\\s+to\\s+");
  private static final Pattern TAGS =
      Pattern.compile("\\[[^\\]]*\\]|\\((?:lr|deactivated|inactive)\\)|- axon$");
  private static final String RECEIVER = "receiving organization";

  public ImportedCells {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    cells = Map.copyOf(cells);
  }

  /**
   * The search as detectors see it.
   *
   * @param ownNames names of the agency itself at the vendor, as {@link #plain} writes them
   */
  public ScreenedSearch search(Set<String> ownNames) {
    SeenCell account = cell("account").seen();
    return new ScreenedSearch(
        id,
        ScreenedSearch.Kind.SEARCH,
        at,
        account.isValue() ? SeenCell.of(account.text().toLowerCase(Locale.ROOT)) : account,
        organisation(ownNames),
        cell("plate").seen(),
        reason(),
        cell("case_number").seen(),
        cell("type").state().hasValue() ? cell("type").text().toLowerCase(Locale.ROOT) : "",
        networks(),
        from(),
        Optional.empty(),
        Optional.empty());
  }

  private String organisation(Set<String> ownNames) {
    LogCell body = cell("organisation");
    return switch (body.state()) {
      case VALUE, UNLISTED -> ownNames.contains(plain(body.text())) ? "" : body.text();
      // A log without organisations is of the agency's own people.
      case NOT_EXPORTED -> "";
      case EMPTY, PLACEHOLDER, MASKED, PARTIAL, WITHHELD -> ScreenedSearch.HIDDEN_BODY;
    };
  }

  /** Reason and type of offence are one statement, where a log has both. */
  private SeenCell reason() {
    SeenCell reason = cell("reason").seen();
    SeenCell offence = cell("offence").seen();
    if (reason.isValue() && offence.isValue()) {
      return SeenCell.of(offence.text() + " - " + reason.text());
    }
    return Stream.of(reason, offence)
        .filter(SeenCell::isValue)
        .findFirst()
        .orElse(cell("reason").state() == LogCell.State.NOT_EXPORTED ? offence : reason);
  }

  private int networks() {
    LogCell networks = cell("networks");
    return networks.state() == LogCell.State.VALUE
        ? Integer.parseInt(networks.text().replaceFirst("\\.0+$", ""))
        : -1;
  }

  private Optional<Instant> from() {
    LogCell frame = cells.containsKey("frame") ? cell("frame") : cell("frame_from");
    return frame.state() == LogCell.State.VALUE
        ? LogTime.read(FRAME_END.split(frame.text(), 2)[0].strip())
        : Optional.empty();
  }

  /** Whether the row is about sharing with another organisation. */
  public boolean isOfSharing() {
    return cell("entity").text().toLowerCase(Locale.ROOT).startsWith("networkshare");
  }

  /** The change of sharing; empty where the log does not show with whom, or what was done. */
  public Optional<SharingChange> sharing() {
    String event = cell("event").text().toLowerCase(Locale.ROOT);
    if (!isOfSharing() || !Set.of("create", "update", "delete").contains(event)) {
      return Optional.empty();
    }
    return LINES
        .splitAsStream(cell("details").text())
        .filter(line -> line.toLowerCase(Locale.ROOT).strip().startsWith(RECEIVER))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .filter(name -> LogCell.of(name).state() == LogCell.State.VALUE)
        .findFirst()
        .map(
            receiver ->
                new SharingChange(
                    id, at, cell("account").seen(), receiver, !event.equals("delete")));
  }

  /** A cell; {@link LogCell#NOT_EXPORTED} where the file has no such column. */
  public LogCell cell(String column) {
    return cells.getOrDefault(column, LogCell.NOT_EXPORTED);
  }

  /** The name of an organisation without tags, blanks and capitals. */
  public static String plain(String name) {
    return TAGS.matcher(name.toLowerCase(Locale.ROOT))
        .replaceAll(" ")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
