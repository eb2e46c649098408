package io.platelake.app.search;

import io.platelake.app.job.JobContext;
import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.ExportPlace;
import io.platelake.app.ledger.export.ExportWriter;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.core.Refusal;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.AccessEvent;
import io.platelake.core.accesslog.ChainedRow;
import io.platelake.core.accesslog.LogEntry;
import io.platelake.core.accesslog.LoggedOutcome;
import io.platelake.core.accesslog.PlateToken;
import io.platelake.core.plate.PlateInText;
import io.platelake.core.plate.PlatePattern;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import io.platelake.core.search.SearchRequest;
import io.platelake.lake.table.Lake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carries out requests. The order is the point: decisions, their rows on the disk, the looks, their
 * outcomes on the disk, and only then the answers. Whatever fails on the way, no answer leaves
 * without both rows.
 */
final class Search {
  private static final String COMMAND = "search";
  private static final String WITHHELD = "(withheld: it names the plate that is asked for)";

  private final JobContext job;
  private final String agency;
  private final PolicyInForce policy;
  private final PlateToken token;
  private final AccessLog log;
  private final Map<String, Lake> serving = new HashMap<>();

  Search(JobContext job, PolicyInForce policy, PlateToken token) {
    this.job = job;
    this.agency = policy.agency();
    this.policy = policy;
    this.token = token;
    this.log = new AccessLog(job.lake());
  }

  /** A request with the row that announces it, and what has come of it. */
  private static final class Look {
    private final SearchRequest request;
    private final LogEntry intent;
    private LoggedOutcome outcome;
    private Answer answer;
    private ChainedRow row;

    Look(SearchRequest request, LogEntry intent) {
      this.request = request;
      this.intent = intent;
    }

    private boolean isAllowed() {
      return intent.decision().orElseThrow().isAllowed();
    }

    private void end(LoggedOutcome end) {
      this.outcome = end;
    }
  }

  /**
   * @param place where the answers go, if it is registered
   */
  SearchRunResult run(List<SearchRequest> requests, String placeId, Optional<ExportPlace> place) {
    List<Look> looks = new ArrayList<>();
    for (SearchRequest request : requests) {
      looks.add(new Look(request, intent(request, placeId, place, looks.size() + 1)));
    }
    if (looks.stream().anyMatch(Look::isAllowed)) {
      place.orElseThrow().requireWritable();
    }
    job.progress().say("recording " + looks.size() + " request(s)");
    append(looks, looks.stream().map(look -> look.intent).toList());
    List<Look> allowed = looks.stream().filter(Look::isAllowed).toList();
    look(allowed, placeId);
    record(allowed);
    List<String> files =
        place.isEmpty()
            ? List.of()
            : publish(allowed.stream().filter(look -> look.answer != null).toList(), place.get());
    return result(looks, files);
  }

  private LogEntry intent(
      SearchRequest request, String placeId, Optional<ExportPlace> place, int number) {
    List<String> denials =
        new ArrayList<>(job.standing().denials(agency, request.purpose(), request.statement()));
    if (place.isEmpty()) {
      denials.add("place_not_registered: answers go to registered places only. Register it.");
    } else if (!place.get().purposes().contains(request.purpose())) {
      denials.add("place_not_for_purpose: its purposes are others. Name another place.");
    }
    boolean names = request.statement().items().values().stream().anyMatch(t -> names(request, t));
    if (names) {
      denials.add("plate_in_statement: it would outlive the plate. Say it without the plate.");
    }
    return new LogEntry(
        AccessEvent.INTENT,
        job.runId() + "." + number,
        job.asOf(),
        job.standing().asker(),
        COMMAND,
        COMMAND,
        Optional.of(request.purpose()),
        names ? withheld(request.statement()) : request.statement(),
        request.legalBasis(),
        Optional.of(request.logged(token, List.of(agency))),
        Optional.of(new LogEntry.Decided(denials)),
        Optional.empty(),
        Optional.of(policy.version()),
        Optional.of(request.digest(token)),
        Optional.of(token.id()),
        Optional.empty());
  }

  private static boolean names(SearchRequest request, String text) {
    return request.plateKey().filter(key -> PlateInText.names(text, key)).isPresent()
        || request.part().map(PlatePattern::text).filter(part -> namesPart(text, part)).isPresent();
  }

  private static boolean namesPart(String text, String part) {
    try {
      PlateInText.refusePart(COMMAND, text, part);
      return false;
    } catch (Refusal e) {
      return true;
    }
  }

  private static PurposeStatement withheld(PurposeStatement statement) {
    Map<Item, String> items = new EnumMap<>(Item.class);
    statement.items().keySet().forEach(item -> items.put(item, WITHHELD));
    return new PurposeStatement(items);
  }

  private void look(List<Look> allowed, String placeId) {
    int most = policy.policy().accessRules().mostRows();
    job.progress().say("searching for " + allowed.size() + " request(s)");
    for (Look look : allowed) {
      try {
        look(look, placeId, most);
      } catch (Exception e) {
        failed(allowed, e);
        throw e;
      }
    }
  }

  private void look(Look look, String placeId, int most) {
    Lake lake =
        serving.computeIfAbsent(look.request.purpose(), purpose -> job.lake().serving(purpose));
    FoundReads.Found found =
        new FoundReads(lake, agency, policy.policy().matchingRules(), look.request).find(most);
    if (found.count() > most) {
      look.end(LoggedOutcome.without(LoggedOutcome.Result.TOO_MANY, found.count()));
    } else if (found.count() == 0) {
      look.end(LoggedOutcome.without(LoggedOutcome.Result.NOTHING, 0));
    } else {
      look.answer = Answer.of(found.rows(), policy.policy(), look.request.purpose(), job.asOf());
      look.end(
          new LoggedOutcome(
              LoggedOutcome.Result.GIVEN,
              found.count(),
              look.answer.rows(),
              Optional.of(
                  new LoggedOutcome.Answer(
                      recipient(look), placeId, look.answer.destroyOn(), look.answer.digest()))));
    }
  }

  private String recipient(Look look) {
    return look.request.recipient().orElse(job.principal());
  }

  /**
   * A look that failed gave nothing; where even that cannot be recorded, the first failure counts.
   */
  private void failed(Collection<Look> looks, Exception first) {
    try {
      List<LogEntry> entries =
          looks.stream()
              .map(look -> look.intent.ended(LoggedOutcome.without(LoggedOutcome.Result.FAILED, 0)))
              .toList();
      log.append(agency, policy.policy(), entries, job.clock().instant());
    } catch (RuntimeException e) {
      first.addSuppressed(e);
    }
  }

  private void record(List<Look> allowed) {
    if (!allowed.isEmpty()) {
      append(allowed, allowed.stream().map(look -> look.intent.ended(look.outcome)).toList());
    }
  }

  private void append(List<Look> looks, List<LogEntry> entries) {
    List<ChainedRow> rows = log.append(agency, policy.policy(), entries, job.clock().instant());
    for (int i = 0; i < rows.size(); i++) {
      looks.get(i).row = rows.get(i);
    }
  }

  private List<String> publish(List<Look> given, ExportPlace place) {
    Map<String, Look> byId = new HashMap<>();
    given.forEach(look -> byId.put(look.intent.searchId(), look));
    return new ExportWriter(job, "--to")
            .write(
                given.stream().map(look -> parcel(look, place)).toList(),
                parcel -> {
                  Look look = byId.get(parcel.export().id());
                  log.append(
                      agency,
                      policy.policy(),
                      List.of(
                          look.intent.ended(LoggedOutcome.without(LoggedOutcome.Result.FAILED, 0))),
                      job.clock().instant());
                })
            .stream()
            .map(Path::toString)
            .toList();
  }

  private ExportWriter.Parcel parcel(Look look, ExportPlace place) {
    String id = look.intent.searchId();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("search_id", id);
    more.put("log_seq", look.row.seq());
    more.put("log_hash", look.row.hash());
    Export export =
        new Export(
            id,
            agency,
            new Export.Origin(
                COMMAND,
                id,
                Optional.empty(),
                Optional.of(look.request.purpose()),
                Optional.ofNullable(look.request.statement().items().get(Item.CASE_NUMBER))),
            new Export.Destination(Optional.of(place.id()), place.folder(), recipient(look), false),
            new Export.Content(
                id + ".csv",
                id + ".json",
                look.answer.rows(),
                look.answer.digest(),
                List.of("reads")),
            look.answer.destroyOn(),
            policy.version(),
            job.principal(),
            job.asOf());
    return new ExportWriter.Parcel(export, look.answer.csv(), more);
  }

  private SearchRunResult result(List<Look> looks, List<String> files) {
    List<String> lines = new ArrayList<>();
    SearchCounts counts = SearchCounts.NONE;
    for (Look look : looks) {
      List<String> denials = look.intent.decision().orElseThrow().denials();
      counts = counts.plus(denials, Optional.ofNullable(look.outcome));
      lines.add(look.request.place() + ": " + said(look, denials));
      denials.forEach(denial -> lines.add("  " + denial));
    }
    lines.addAll(files);
    ChainedRow last = looks.get(looks.size() - 1).row;
    for (Look look : looks) {
      last = look.row.seq() > last.seq() ? look.row : last;
    }
    return SearchRunResult.of(counts, last, files, lines);
  }

  private static String said(Look look, List<String> denials) {
    if (!denials.isEmpty()) {
      return "denied";
    }
    return switch (look.outcome.result()) {
      case GIVEN -> look.outcome.given() + " reads";
      case NOTHING -> "no read fits";
      case TOO_MANY ->
          "refused, " + look.outcome.looked() + " reads fit and are too many; ask for less";
      case FAILED -> "failed";
    };
  }
}
