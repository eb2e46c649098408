package io.platelake.bench;

import io.platelake.bench.contest.CommandRuns;
import io.platelake.bench.contest.Sizes;
import io.platelake.core.access.AccessDecider;
import io.platelake.core.access.AccessRegisters;
import io.platelake.core.access.AccessRequest;
import io.platelake.core.access.AttestedPlace;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.policy.Policy;
import io.platelake.core.policy.PolicyReader;
import io.platelake.core.policy.governance.PurposeStatementRules.Item;
import io.platelake.core.register.RegisterContract;
import io.platelake.core.register.RegisterDiff;
import io.platelake.core.register.RegisterFile;
import io.platelake.core.register.RegisterHistory;
import io.platelake.core.register.ShippedRegisters;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * {@code make bench WORK=access READS=decisions}: how long an access decision takes among 50,000
 * users, and how long their register takes to load and to show.
 */
final class PeopleBench {
  private static final int USERS = 50_000;
  private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  private PeopleBench() {}

  static void run(SparkSession spark, long decisions, Path policy, PrintStream out)
      throws IOException {
    Path folder = Files.createTempDirectory("platelake-people");
    try {
      String users = users();
      Path file = Files.writeString(folder.resolve("users.csv"), users);
      decide(decisions, policy, users, out);
      Path lake = folder.resolve("lake");
      CommandRuns.run(
          spark,
          lake,
          "2026-01-01T00:00:00Z",
          "init",
          "--agency",
          "city-2",
          "--policy",
          policy.toString());
      String[] load = {
        "register", "load", "--register", "users", "--agency", "city-2", file.toString()
      };
      String[] show = {"register", "show", "--register", "users", "--agency", "city-2"};
      timed(spark, out, lake, "2026-01-02T00:00:00Z", "load", load);
      timed(spark, out, lake, "2026-01-03T00:00:00Z", "load again", load);
      timed(spark, out, lake, "2026-01-04T00:00:00Z", "show", show);
      timed(spark, out, lake, "2026-01-05T00:00:00Z", "show again", show);
      timed(spark, out, lake, "2026-01-06T00:00:00Z", "hold list", "hold", "list");
    } finally {
      Sizes.delete(folder);
    }
  }

  private static void timed(
      SparkSession spark, PrintStream out, Path lake, String asOf, String what, String... command) {
    long start = System.nanoTime();
    CommandRuns.run(spark, lake, asOf, command);
    out.printf("%,d users, %-10s %6.2f s%n", USERS, what, (System.nanoTime() - start) / 1e9);
  }

  static void decide(long decisions, Path policy, String users, PrintStream out)
      throws IOException {
    Policy rules = PolicyReader.read(Files.readString(policy), policy.toString());
    long start = System.nanoTime();
    AccessRegisters registers =
        new AccessRegisters(
            Map.of("users", history("users", users), "training", history("training", training())),
            Map.of());
    out.printf("%,d users read in %.2f s%n", USERS, (System.nanoTime() - start) / 1e9);
    AccessDecider decider = new AccessDecider(rules);
    for (int run = 0; run <= 3; run++) {
      start = System.nanoTime();
      long allowed = 0;
      for (long i = 0; i < decisions; i++) {
        AccessRequest request = request((int) (i % USERS), i % 2 == 0);
        allowed += decider.decide(registers, request, NOW).isAllowed() ? 1 : 0;
      }
      double micros = (System.nanoTime() - start) / 1e3 / decisions;
      if (run > 0) {
        out.printf("  run %d: %.2f µs a decision, %,d allowed%n", run, micros, allowed);
      }
    }
  }

  private static AccessRequest request(int user, boolean hasCase) {
    return new AccessRequest(
        "c" + user + ".okafor",
        "criminal",
        true,
        AccessRequest.OWN,
        new PurposeStatement(
            hasCase
                ? Map.of(
                    Item.OFFENCE_TYPE, "burglary",
                    Item.CASE_NUMBER, "26-" + user,
                    Item.REASON, "seen by police near the office of a service station")
                : Map.of(Item.REASON, "ICE assist at the notice of an officer, investigation")),
        AttestedPlace.UNKNOWN);
  }

  private static RegisterHistory history(String register, String csv) {
    RegisterContract contract = ShippedRegisters.find(register).orElseThrow();
    return RegisterHistory.of(
        RegisterDiff.ofSnapshot(
                RegisterHistory.EMPTY, RegisterFile.csv(contract, csv, register), Instant.EPOCH)
            .events());
  }

  static String users() {
    StringBuilder csv =
        new StringBuilder("user_id,person_id,kind,roles,permissions,status,need,os_user\n");
    csv.append("a.chen,p-0,internal,,administer;audit,active,runs the lake,");
    csv.append(System.getProperty("user.name")).append('\n');
    for (int i = 0; i < USERS; i++) {
      csv.append('c').append(i).append(".okafor,p-").append(i + 1);
      csv.append(",internal,department_personnel,look,active,burglary unit,\n");
    }
    return csv.toString();
  }

  static String training() {
    StringBuilder csv = new StringBuilder("person_id,course,completed_on,topics\n");
    for (int i = 0; i < USERS; i++) {
      csv.append("p-").append(i + 1);
      csv.append(",alpr-1,2026-03-01,policy;statute;privacy;audit_and_reporting\n");
    }
    return csv.toString();
  }
}
