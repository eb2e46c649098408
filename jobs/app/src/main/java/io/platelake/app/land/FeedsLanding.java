package io.platelake.app.land;

import io.platelake.app.job.ExitCodes;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.option.Inbox;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.land.files.AfterLandingStep;
import io.platelake.app.land.files.BatchGroup;
import io.platelake.app.land.files.BatchSize;
import io.platelake.app.land.files.FeedBatch;
import io.platelake.app.land.files.KnownCopies;
import io.platelake.app.land.files.Manifest;
import io.platelake.app.ledger.policy.PolicyInForce;
import io.platelake.app.ledger.policy.PolicyLedger;
import io.platelake.app.ledger.site.FileLedgerView;
import io.platelake.app.ledger.site.RawFileEvent;
import io.platelake.app.ledger.site.RawLedger;
import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.raw.AfterLanding;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Lands many feeds in one start. Feeds of one purpose land together where they can: so a hundred
 * feeds cost about as many commits and plans as one. What cannot land together, or fails to, lands
 * feed by feed.
 *
 * <p>A feed that is broken, refused or fails holds up no other.
 */
final class FeedsLanding {
  private final JobContext job;
  private final List<Inbox.Place> waiting;
  private final Consumer<String> permission;
  private final Map<String, LandedFeed> ends = new TreeMap<>();
  private List<RawFileEvent> lying;

  /**
   * @param waiting feeds for which files wait
   * @param permission refuses an agency for which the principal may not act
   */
  FeedsLanding(JobContext job, List<Inbox.Place> waiting, Consumer<String> permission) {
    this.job = job;
    this.waiting = waiting;
    this.permission = permission;
  }

  /** A feed that may land. */
  private record Ready(Inbox.Place place, FeedDefinition feed, PolicyInForce policy) {
    String name() {
      return place.name();
    }

    List<String> paths() {
      return List.of(place.folder().toString());
    }
  }

  /** What may fail for one feed. */
  private interface Step<T> {
    T run() throws Exception;
  }

  /** How every feed ended, by name. */
  List<LandedFeed> run() {
    Map<String, List<Ready>> byPurpose = new TreeMap<>();
    ready()
        .forEach(r -> byPurpose.computeIfAbsent(r.feed().purpose(), p -> new ArrayList<>()).add(r));
    byPurpose.forEach(this::land);
    return List.copyOf(ends.values());
  }

  private List<Ready> ready() {
    Map<String, PolicyInForce> policies = PolicyLedger.all(job.lake(), job.asOf());
    Map<String, String> owners = new HashMap<>();
    List<Ready> ready = new ArrayList<>();
    for (Inbox.Place place : waiting) {
      attempt(
          place.name(),
          () -> {
            Ready one = ready(place, policies);
            String other = owners.putIfAbsent(one.feed().id(), place.name());
            if (other != null) {
              throw new BadInput(
                  "Feed file " + place.definition() + ", id",
                  "feed " + other + " has the same id",
                  "Give each feed an id of its own.");
            }
            return ready.add(one);
          });
    }
    return ready;
  }

  private Ready ready(Inbox.Place place, Map<String, PolicyInForce> policies) {
    FeedDefinition feed =
        FeedDefinition.read(InputFiles.text(place.definition()), place.definition().toString());
    Ids.checkFeed("Feed file " + place.definition() + ", id", feed.id());
    permission.accept(feed.agency());
    PolicyInForce policy = policies.get(feed.agency());
    if (policy == null) {
      policy = PolicyLedger.inForce(job.lake(), feed.agency(), job.asOf());
    }
    boolean images = policy.policy().purpose(feed.purpose()).keepsImages();
    return new Ready(place, images ? feed : feed.withoutImages(), policy);
  }

  /** Runs a step of one feed, and writes down why it cannot be done. */
  private <T> void attempt(String name, Step<T> step) {
    try {
      step.run();
    } catch (Exception e) {
      if (ExitCodes.of(e) == RunOutcome.FAILED && job.lake().isOvertaken()) {
        // A purge has closed dates meanwhile: the whole run starts again.
        throw e instanceof RuntimeException known ? known : new IllegalStateException(e);
      }
      ends.put(name, LandedFeed.broken(name, ExitCodes.of(e), ExitCodes.message(e)));
    }
  }

  private void land(String purpose, List<Ready> feeds) {
    Lake lake = job.lake().serving(purpose);
    Set<String> agencies = feeds.stream().map(r -> r.feed().agency()).collect(Collectors.toSet());
    FeedRules.Source rules = new FeedRules.Source(lake, agencies, job.asOf());
    Map<String, Ready> byId = new LinkedHashMap<>();
    Map<String, FeedLanding> landings = new LinkedHashMap<>();
    for (Ready r : feeds) {
      attempt(
          r.name(),
          () -> {
            byId.put(r.feed().id(), r);
            return landings.put(r.feed().id(), landing(r, lake, rules));
          });
    }
    compare(lake, landings.values());
    long size = BatchSize.of(lake.spark());
    Set<String> joined = new HashSet<>();
    for (BatchGroup group : groups(landings.values(), size)) {
      joined.addAll(together(lake, group, landings));
    }
    end(lake, landings, byId, joined);
    for (FeedLanding landing : landings.values()) {
      Ready r = byId.get(landing.feed().id());
      if (!joined.contains(landing.feed().id()) && !ends.containsKey(r.name())) {
        attempt(r.name(), () -> alone(r, lake, rules, size));
      }
    }
  }

  private FeedLanding landing(Ready r, Lake lake, FeedRules.Source rules) throws IOException {
    KnownCopies known =
        r.feed().afterLanding() == AfterLanding.KEEP
            ? KnownCopies.of(lying(), r.feed().id())
            : KnownCopies.NONE;
    return new FeedLanding(job, lake, r.feed(), r.policy(), rules, r.paths(), known, List.of());
  }

  /** Files that exist after an earlier landing, looked up once for all feeds. */
  private List<RawFileEvent> lying() {
    if (lying == null) {
      lying = RawLedger.lying(job.lake());
    }
    return lying;
  }

  private static void compare(Lake lake, Collection<FeedLanding> landings) {
    if (landings.isEmpty()) {
      return;
    }
    Map<String, List<String>> digests =
        landings.stream().collect(Collectors.toMap(l -> l.feed().id(), FeedLanding::digests));
    Map<String, FileLedgerView> known = FileLedgerView.of(lake, digests);
    landings.forEach(landing -> landing.compare(known.get(landing.feed().id())));
  }

  /** Batches that can land together, as many as fit into memory. */
  private static List<BatchGroup> groups(Collection<FeedLanding> landings, long size) {
    List<List<FeedBatch>> groups = new ArrayList<>();
    long room = 0;
    for (FeedLanding landing : landings) {
      for (FeedBatch batch : landing.findJoining(size).stream().toList()) {
        if (groups.isEmpty() || batch.weight() > room) {
          groups.add(new ArrayList<>());
          room = size;
        }
        groups.get(groups.size() - 1).add(batch);
        room -= batch.weight();
      }
    }
    return groups.stream().filter(group -> group.size() > 1).map(BatchGroup::new).toList();
  }

  /**
   * Lands batches together.
   *
   * @return ids of the feeds that have landed; none where it fails, since each is then tried alone
   */
  private Set<String> together(Lake lake, BatchGroup group, Map<String, FeedLanding> landings) {
    job.progress()
        .say("landing " + group.members().size() + " feeds of " + group.purpose() + " together");
    try {
      Manifest.plan(lake, group);
      BatchGroup rest = group;
      BatchLanding.Result result = landed(lake, rest, landings);
      while (!result.isDone()) {
        List<FeedBatch> unchanged = unchanged(rest, result);
        if (unchanged.size() < 2) {
          return Set.of();
        }
        rest = new BatchGroup(unchanged);
        result = landed(lake, rest, landings);
      }
      Set<String> done = new HashSet<>();
      for (int i = 0; i < rest.members().size(); i++) {
        FeedBatch member = rest.members().get(i);
        landings.get(member.feed().id()).take(member.batch(), result.accounts().get(i));
        done.add(member.feed().id());
      }
      return done;
    } catch (RuntimeException e) {
      if (job.lake().isOvertaken()) {
        throw e;
      }
      // One broken feed must not hold up the others, so each lands by itself.
      job.progress().say("that failed, so each of these feeds lands by itself");
      return Set.of();
    }
  }

  private BatchLanding.Result landed(
      Lake lake, BatchGroup group, Map<String, FeedLanding> landings) {
    List<FeedLanding> members =
        group.members().stream().map(member -> landings.get(member.feed().id())).toList();
    return new BatchLanding(lake, group, members, job.asOf(), job.progress()).land();
  }

  private static List<FeedBatch> unchanged(BatchGroup group, BatchLanding.Result result) {
    List<FeedBatch> unchanged = new ArrayList<>();
    for (int i = 0; i < group.members().size(); i++) {
      if (result.changed().get(i).isEmpty()) {
        unchanged.add(group.members().get(i));
      }
    }
    return unchanged;
  }

  /** Ends the feeds that landed together, and those for which nothing new has come. */
  private void end(
      Lake lake, Map<String, FeedLanding> landings, Map<String, Ready> byId, Set<String> joined) {
    landings.values().stream()
        .filter(FeedLanding::isLanded)
        .forEach(landing -> joined.add(landing.feed().id()));
    List<FeedLanding> done =
        landings.values().stream().filter(l -> joined.contains(l.feed().id())).toList();
    List<AfterLandingStep.Noted> noted = noted(lake, done);
    for (int i = 0; i < done.size(); i++) {
      FeedLanding landing = done.get(i);
      AfterLandingStep.Noted ending = noted.get(i);
      String name = byId.get(landing.feed().id()).name();
      attempt(
          name,
          () -> {
            ending.finish();
            return ends.put(
                name, LandedFeed.of(name, LandResult.of(landing.feed(), landing.outcome())));
          });
    }
  }

  private List<AfterLandingStep.Noted> noted(Lake lake, List<FeedLanding> done) {
    try {
      return AfterLandingStep.note(lake, job, done.stream().map(FeedLanding::ending).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A feed by itself, from its start: what was planned for it is finished. */
  private LandedFeed alone(Ready r, Lake lake, FeedRules.Source rules, long size)
      throws IOException {
    FeedLanding landing = landing(r, lake, rules);
    compare(lake, List.of(landing));
    landing.land(size);
    AfterLandingStep.run(lake, job, landing.ending());
    return ends.put(
        r.name(), LandedFeed.of(r.name(), LandResult.of(landing.feed(), landing.outcome())));
  }
}
