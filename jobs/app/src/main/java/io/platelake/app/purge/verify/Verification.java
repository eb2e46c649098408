package io.platelake.app.purge.verify;

import io.platelake.app.ledger.access.AccessLog;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.purge.ClosedForAll;
import io.platelake.app.ledger.purge.PlanItem;
import io.platelake.app.ledger.purge.PurgePlan;
import io.platelake.core.accesslog.LogRetention;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.retention.Clock;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.core.policy.retention.RetentionRule;
import io.platelake.core.purge.EarliestKept;
import io.platelake.lake.contract.Column;
import io.platelake.lake.contract.Sensitivity;
import io.platelake.lake.contract.Table;
import io.platelake.lake.contract.TableContract;
import io.platelake.lake.erase.UncommittedFileAge;
import io.platelake.lake.proof.ClosedWorld;
import io.platelake.lake.proof.CutOff;
import io.platelake.lake.proof.ExpiredDate;
import io.platelake.lake.proof.Finding;
import io.platelake.lake.proof.WorldReport;
import io.platelake.lake.proof.WorldRules;
import io.platelake.lake.proof.covered.LakeCoverage;
import io.platelake.lake.proof.covered.TableReading;
import io.platelake.lake.proof.covered.TimesReader;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Checks every sensitive table with {@code lake.proof}, which shares no code with the deletion.
 * Every file is accounted for, no row of the plan is left, no row is older than its limit, and no
 * plate is in the transaction log.
 */
final class Verification {
  private static final Pattern CHECKSUM = Pattern.compile("(.*/)\\.([^/]+)\\.crc");

  private final Lake lake;
  private final PurgePlan plan;
  private final Map<String, PolicyInForce> policies;
  private final Instant asOf;
  private final ClosedForAll closed;
  private final LakeCoverage known;
  private final TimesReader reader;

  /**
   * @param known what earlier verifications read and need not be read again
   */
  Verification(
      Lake lake,
      PurgePlan plan,
      Map<String, PolicyInForce> policies,
      Instant asOf,
      LakeCoverage known) {
    this.lake = lake;
    this.plan = plan;
    this.policies = policies;
    this.asOf = asOf;
    this.closed = ClosedForAll.of(lake, policies.values());
    this.known = known;
    this.reader = ExecutorReader.of(lake.spark());
  }

  Map<Table, TableProof> run() throws IOException {
    Map<Table, TableProof> results = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      if (lake.contracts().get(table).sensitivity() != Sensitivity.NONE) {
        results.put(table, audit(table));
      }
    }
    return results;
  }

  private TableProof audit(Table table) throws IOException {
    FileSystem fs = lake.fileSystem(table);
    TableReading reading = new TableReading(known.of(table.folder()), asOf, reader);
    WorldReport report = ClosedWorld.audit(fs, lake.path(table), rules(table), reading);
    List<Finding> findings = new ArrayList<>();
    // Orphans come before files of no known kind.
    Set<String> unsettled = new HashSet<>();
    for (Finding finding : report.findings()) {
      if (finding.kind() == Finding.Kind.ORPHAN && isYoung(fs, table, finding.path())) {
        unsettled.add(finding.path());
      } else if (!isChecksum(finding, unsettled)) {
        findings.add(finding);
      }
    }
    for (PlanItem item : plan.items()) {
      Path folder = new Path(lake.path(table), item.where().folder(lake.contracts()));
      if (item.table() == table && !isWalled(table) && fs.exists(folder)) {
        findings.add(
            new Finding(
                Finding.Kind.EXPIRED_PARTITION,
                item.where().folder(lake.contracts()),
                "folder still there"));
      }
    }
    return new TableProof(report, findings, unsettled.size());
  }

  /** A local disk keeps checksums beside a file; they fit it once it is closed. */
  private static boolean isChecksum(Finding finding, Set<String> files) {
    Matcher checksum = CHECKSUM.matcher(finding.path());
    return finding.kind() == Finding.Kind.FOREIGN
        && checksum.matches()
        && files.contains(checksum.group(1) + checksum.group(2));
  }

  /**
   * A file that a job killed in the last day left in a date that is not due: it goes with its date.
   * A date that is closed for every agency has none in any table.
   */
  private boolean isYoung(FileSystem fs, Table table, String path) throws IOException {
    boolean expired =
        plan.items().stream()
            .anyMatch(
                i ->
                    (i.table() == table || closes(i, table))
                        && path.startsWith(i.where().folder(lake.contracts()) + "/"));
    long written = fs.getFileStatus(new Path(lake.path(table), path)).getModificationTime();
    long now = storeTime(fs);
    // A file from the future would be young for ever.
    boolean young =
        written > now - UncommittedFileAge.AFTER.toMillis()
            && written < now + UncommittedFileAge.AFTER.toMillis();
    return !expired && young;
  }

  /** Tables that are partitioned like reads have the folder of a closed date, too. */
  private boolean closes(PlanItem item, Table table) {
    return item.table() == Table.READS
        && item.whole()
        && isWalled(table)
        && closed.covers(item.where().purpose(), item.where().date());
  }

  /** When the store last took a commit of the ledger. */
  private long storeTime(FileSystem fs) throws IOException {
    long newest = 0;
    for (var file : fs.listStatus(new Path(lake.path(Table.PURGE_RUNS), "_delta_log"))) {
      newest = Math.max(newest, file.getModificationTime());
    }
    return newest;
  }

  private WorldRules rules(Table table) {
    TableContract contract = lake.contracts().get(table);
    Set<String> harmless =
        contract.columns().stream()
            .filter(c -> c.sensitivity() == Sensitivity.NONE)
            .map(Column::name)
            .collect(Collectors.toSet());
    // Removed files of dates that are not due stay in the folder of their date and go with it.
    return new WorldRules(
        expired(table),
        cutOffs(table),
        Set.copyOf(contract.forbiddenInLog()),
        harmless,
        Optional.of(Instant.EPOCH));
  }

  private Set<ExpiredDate> expired(Table table) {
    return plan.items().stream()
        .filter(i -> i.table() == table && i.whole() && isWalled(table))
        .map(i -> new ExpiredDate(i.where().purpose(), i.where().date()))
        .collect(Collectors.toSet());
  }

  /** Of each owner and purpose, by the rule of the class that the rows of a table are of. */
  private List<CutOff> cutOffs(Table table) {
    List<CutOff> cutOffs = new ArrayList<>();
    if (table == Table.ACCESS_LOG || table == Table.IMPORTED_LOG) {
      policies.values().forEach(adopted -> cutOffs.add(ofAccessLog(adopted)));
    } else if (isWalled(table)) {
      for (PolicyInForce adopted : policies.values()) {
        adopted
            .policy()
            .retention()
            .forEach((purpose, reads) -> cutOffs.addAll(cutOffs(table, adopted, purpose, reads)));
      }
    }
    return cutOffs;
  }

  private List<CutOff> cutOffs(
      Table table, PolicyInForce adopted, String purpose, RetentionRule reads) {
    if (!RecordRule.CLASSES.contains(table.folder())) {
      return List.of(cutOff(adopted, purpose, reads));
    }
    RecordRule rule = adopted.policy().recordClass(table.folder());
    List<CutOff> cutOffs = new ArrayList<>();
    if (rule.followsReads()) {
      cutOffs.add(cutOff(adopted, purpose, reads));
    }
    rule.own()
        .ifPresent(
            own ->
                cutOffs.add(
                    cutOff(adopted, purpose, own)
                        .by(own.clock() == Clock.LANDING ? "landed_at" : "captured_at")));
    return cutOffs;
  }

  /** Rows of a date go together, in the first purge after their time: see {@link LogRetention}. */
  private CutOff ofAccessLog(PolicyInForce adopted) {
    Policy policy = adopted.policy();
    Instant notBefore =
        policy
            .recordClass(LogRetention.RECORD_CLASS)
            .own()
            .flatMap(own -> EarliestKept.of(own, asOf.minus(policy.purgeRules().horizon())))
            .map(first -> first.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.DAYS))
            .orElse(Instant.MIN);
    return CutOff.forAgency(adopted.agency(), AccessLog.PURPOSE, notBefore).by("recorded_at");
  }

  private CutOff cutOff(PolicyInForce adopted, String purpose, RetentionRule rule) {
    return CutOff.forAgency(
        adopted.agency(), purpose, EarliestKept.of(rule, asOf).orElse(Instant.MIN));
  }

  private boolean isWalled(Table table) {
    return lake.contracts().walled().contains(table);
  }
}
