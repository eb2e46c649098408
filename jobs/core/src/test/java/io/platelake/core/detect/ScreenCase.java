package io.platelake.core.detect;

import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyFiles;
import io.platelake.core.policy.governance.Detector;
import io.platelake.core.register.RegisterEvent;
import io.platelake.core.register.RegisterHistory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A log and its registers, as a test writes them. */
final class ScreenCase {
  private static final Map<String, Policy> READ = new ConcurrentHashMap<>();

  final Policy policy;
  final List<ScreenedSearch> log = new ArrayList<>();
  final Set<String> staff = new HashSet<>();
  final Set<String> shares = new HashSet<>();
  Optional<Set<String>> cases = Optional.empty();
  private final Map<String, List<RegisterEvent>> registers = new HashMap<>();

  private ScreenCase(Policy policy) {
    this.policy = policy;
  }

  static ScreenCase under(String policy) {
    return new ScreenCase(READ.computeIfAbsent(policy, id -> PolicyFiles.pack(id).rules()));
  }

  /** Adds a row of a register, fields as {@code name=value} with a semicolon between. */
  ScreenCase register(String register, String key, String from, String to, String fields) {
    Map<String, String> values = new HashMap<>();
    for (String field : fields.split(",")) {
      values.put(field.split("=")[0].strip(), field.split("=")[1].strip());
    }
    List<RegisterEvent> events = registers.computeIfAbsent(register, r -> new ArrayList<>());
    events.add(
        new RegisterEvent(
            key,
            RegisterEvent.Kind.PUT,
            Instant.parse(from),
            Optional.ofNullable(to).map(Instant::parse),
            values,
            Instant.parse("2026-01-01T00:00:00Z"),
            events.size()));
    return this;
  }

  /** A search with a case and a good reason, to change. */
  Row at(String at) {
    return new Row(Instant.parse(at));
  }

  ScreenResult screen() {
    return new Screen(context()).screen(log);
  }

  ScreenContext context() {
    Map<String, RegisterHistory> histories = new HashMap<>();
    registers.forEach((name, events) -> histories.put(name, RegisterHistory.of(events)));
    return new ScreenContext(
        policy, new ScreenRegisters(policy, histories), staff, cases, shares, ZoneOffset.UTC);
  }

  /** Ids with a label. */
  Set<String> labelled(Detector detector) {
    return screen().labels().entrySet().stream()
        .filter(e -> e.getValue().contains(detector))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  DetectorCount count(Detector detector) {
    return screen().counts().stream()
        .filter(c -> c.detector() == detector)
        .findFirst()
        .orElseThrow();
  }

  /** One search of the log. */
  final class Row {
    private final Instant at;
    private String id;
    private ScreenedSearch.Kind kind = ScreenedSearch.Kind.SEARCH;
    private SeenCell account = SeenCell.of("r.diaz");
    private String organisation = "";
    private SeenCell plate = SeenCell.of("t-1");
    private SeenCell reason = SeenCell.of("burglary of a shop on Main");
    private SeenCell caseNumber = SeenCell.of("26-000123");
    private String type = "search";
    private int networks = 1;
    private Optional<Instant> from = Optional.empty();
    private Optional<String> device = Optional.empty();
    private Optional<String> share = Optional.empty();

    private Row(Instant at) {
      this.at = at;
      this.id = "s" + (log.size() + 1);
    }

    Row kind(ScreenedSearch.Kind value) {
      kind = value;
      return this;
    }

    Row by(String value) {
      account = SeenCell.of(value);
      return this;
    }

    Row of(String value) {
      organisation = value;
      return this;
    }

    Row plate(String value) {
      plate = SeenCell.of(value);
      return this;
    }

    Row reason(String value) {
      return reason(SeenCell.of(value));
    }

    Row reason(SeenCell value) {
      reason = value;
      return this;
    }

    Row caseNumber(String value) {
      return caseNumber(SeenCell.of(value));
    }

    Row caseNumber(SeenCell value) {
      caseNumber = value;
      return this;
    }

    Row type(String value) {
      type = value;
      return this;
    }

    Row networks(int value) {
      networks = value;
      return this;
    }

    Row from(String value) {
      from = Optional.of(Instant.parse(value));
      return this;
    }

    Row device(String value) {
      device = Optional.of(value);
      return this;
    }

    Row share(String value) {
      share = Optional.of(value);
      return this;
    }

    ScreenCase add() {
      log.add(
          new ScreenedSearch(
              id,
              kind,
              at,
              account,
              organisation,
              plate,
              reason,
              caseNumber,
              type,
              networks,
              from,
              device,
              share));
      return ScreenCase.this;
    }
  }
}
