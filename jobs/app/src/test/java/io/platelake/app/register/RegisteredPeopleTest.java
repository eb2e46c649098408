package io.platelake.app.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.platelake.app.CliRun;
import io.platelake.app.TestLake;
import io.platelake.core.access.AttestedPlace;
import io.platelake.core.access.IdentityToken;
import io.platelake.core.chain.SigningKey;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lake from its first administrator on: who may start what, as whom, and who approves. The steps
 * build on each other, because a lake costs more than a command.
 */
@Tag("lake")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisteredPeopleTest {
  private static final String POLICY = "../../schemas/policies/wa-city.yaml";
  private static final String ME = System.getProperty("user.name");
  private static final SigningKey KEY = SigningKey.create();
  private static final String HEADER =
      "user_id,person_id,kind,roles,permissions,status,need,os_user,valid_from\n";
  private static final String ADMIN =
      "a.admin,p-1,internal,,administer;audit,active,runs the lake," + ME + ",\n";
  private static final String USERS =
      HEADER
          + ADMIN
          + "c.okafor,p-7,internal,department_personnel,look;release;suppress,active,burglary,,\n"
          + "c.okafor2,p-7,internal,,approve,active,,,\n"
          + "d.ruiz,p-8,internal,,approve,active,,,\n"
          + "e.vendor,p-9,external,department_personnel,look;operate,active,repairs,,\n"
          + "s.pended,p-10,internal,,operate,suspended,,,\n"
          + "airflow,p-1,service,,operate;purge,active,,,\n";

  @TempDir static Path temp;
  private static Lake lake;
  private static String release;

  @Test
  @Order(1)
  void shouldTakeEveryNameAtItsWordUntilSomebodyIsRegistered() {
    lake = TestLake.in(temp.resolve("lake"));
    CliRun status = CliRun.by("anybody", folder(), "2026-02-01T00:00:00Z", "status");
    assertTrue(status.out().contains("no register of users: every name is taken"), status.all());
    assertEquals("stated", attested("anybody"));
    String[] init = {"init", "--agency", "city-2", "--policy", POLICY, "--administrator"};
    assertEquals(2, run("2026-02-01T01:00:00Z", append(init, "admin")).code(), "nobody's account");
    assertEquals(0, run("2026-02-01T01:00:00Z", append(init, "A.Admin")).code());
    assertEquals(3, run("2026-02-01T02:00:00Z", append(init, "b.other")).code(), "no second one");
  }

  @Test
  @Order(2)
  void shouldKnowNobodyButTheAdministrator() {
    assertEquals(0, run("2026-02-02T00:00:00Z", "status").code() & ~4, "by the operating system");
    assertEquals("os", attested("a.admin"));
    CliRun other = CliRun.by("b.other", folder(), "2026-02-02T00:00:00Z", "status");
    assertEquals(3, other.code());
    assertTrue(other.err().contains("no such account"), other.err());
    CliRun work = run("2026-02-02T00:00:00Z", "hold", "close", "h-1", "--authority", "memo 1");
    assertEquals(3, work.code(), work.all());
    assertTrue(work.err().contains("lacks the permission hold"), work.err());
    assertEquals(
        1,
        lake.read(Table.JOB_RUNS).where("principal = '(refused)'").count(),
        "a name that nothing attests is not on record");
  }

  @Test
  @Order(3)
  void shouldLoadWhoeverThePolicyAllows() throws IOException {
    String headless = USERS.replace("administer;audit", "audit");
    CliRun locked = load("users", headless, "2026-02-03T00:00:00Z");
    assertEquals(3, locked.code());
    assertTrue(locked.err().contains("no active account could administer"), locked.err());
    CliRun loaded = load("users", USERS, "2026-02-03T00:00:00Z", "--json");
    assertEquals(0, loaded.code(), loaded.all());
    assertEquals(6, loaded.record().at("/counts/added").asLong());
    assertEquals(1, loaded.record().at("/counts/changed").asLong());
    CliRun earlier = load("users", USERS.replace("repairs", "work"), "2026-02-02T00:00:00Z");
    assertEquals(3, earlier.code(), "what is on record later does not change");
    String pem = KEY.checking().pem().lines().filter(l -> !l.startsWith("-")).findFirst().get();
    CliRun keys =
        load(
            "signing_keys",
            "key_id,public_key,issuer\n" + KEY.checking().id() + "," + pem + ",front door\n",
            "2026-02-04T00:00:00Z");
    assertEquals(0, keys.code(), keys.all());
  }

  @Test
  @Order(4)
  void shouldBelieveNoNameThatNothingAttests() throws IOException {
    CliRun stated = CliRun.by("d.ruiz", folder(), "2026-02-05T00:00:00Z", "hold", "list");
    assertEquals(3, stated.code());
    assertTrue(stated.err().contains("nothing attests"), stated.err());
    assertEquals(0, as("d.ruiz", "2026-02-05T00:00:00Z", "hold", "list").code());
    assertEquals("token", attested("d.ruiz"));
    Path forged = temp.resolve("forged.json");
    Files.writeString(forged, token("d.ruiz").signedBy(SigningKey.create()));
    assertEquals(
        3,
        run("2026-02-05T00:00:00Z", "--token", forged.toString(), "hold", "list").code(),
        "signed by an unknown key");
    assertEquals(3, as("s.pended", "2026-02-05T00:00:00Z", "hold", "list").code(), "suspended");
    CliRun outside = as("e.vendor", "2026-02-05T00:00:00Z", "hold", "list");
    assertEquals(3, outside.code(), "an outsider without supervision");
    assertEquals(
        1,
        lake.read(Table.JOB_RUNS).where("principal = 'e.vendor' and outcome = 'refused'").count(),
        "and the attempt is on record");
  }

  /** The decision stands before every command that shows reader data or lets it out. */
  @Test
  @Order(5)
  void shouldLetNobodyLookWithoutTraining() throws IOException {
    CliRun untrained = request("2026-02-06T00:00:00Z");
    assertEquals(3, untrained.code());
    assertTrue(untrained.err().contains("training_missing"), untrained.err());
    assertTrue(untrained.err().contains("section 9"), untrained.err());
    String header = "person_id,course,completed_on,topics\n";
    String topics = "p-7,alpr-1,2026-02-06,policy;statute;privacy;audit_and_reporting\n";
    assertEquals(0, load("training", header + topics, "2026-02-07T00:00:00Z").code());
    CliRun trained = request("2026-02-08T00:00:00Z");
    assertEquals(0, trained.code(), trained.all());
    release = trained.record().at("/details/release_id").asText();
    CliRun lapsed = request("2027-02-06T00:00:00Z");
    assertTrue(lapsed.err().contains("training_lapsed"), lapsed.all());
    String hits = "2026-02-01T00:00:00Z/2026-02-02T00:00:00Z";
    String[] list = {"hits", "list", "--agency", "city-2", "--window", hits};
    assertEquals(3, as("e.vendor", "2026-02-08T00:00:00Z", list).code(), "no word of the chief");
    assertEquals(0, as("c.okafor", "2026-02-08T00:00:00Z", list).code());
  }

  @Test
  @Order(6)
  void shouldAskTwoPersonsAndTheOfficeOfTheSecond() throws IOException {
    String[] approve = {
      "extract", "approve", release, "--role", "chief", "--expires", "2026-02-20T00:00:00Z"
    };
    CliRun same = as("c.okafor2", "2026-02-09T00:00:00Z", approve);
    assertEquals(3, same.code());
    assertTrue(same.err().contains("the approver is the requester"), same.err());
    CliRun noChief = as("d.ruiz", "2026-02-09T00:00:00Z", approve);
    assertEquals(3, noChief.code());
    assertTrue(noChief.err().contains("does not say that its person is chief"), noChief.err());
    String offices = "office,person_id,valid_from\nchief,p-8,2026-01-01\n";
    assertEquals(0, load("responsible", offices, "2026-02-10T00:00:00Z").code());
    CliRun chief = as("d.ruiz", "2026-02-11T00:00:00Z", approve);
    assertEquals(0, chief.code(), chief.all());
    String grants =
        "user_id,grant_id,purposes,office,approved_by,approved_at,ends,direct_access\n"
            + "e.vendor,g-1,criminal,chief,p-8,2026-02-11,2026-02-13,true\n";
    assertEquals(0, load("grants", grants, "2026-02-11T00:00:00Z").code());
    String training =
        "person_id,course,completed_on,topics,change\n"
            + "p-9,alpr-1,2026-02-11,policy;statute;privacy;audit_and_reporting,put\n";
    assertEquals(0, load("training", training, "2026-02-11T00:00:00Z", "--changes").code());
    String hits = "2026-02-01T00:00:00Z/2026-02-02T00:00:00Z";
    String[] list = {"hits", "list", "--agency", "city-2", "--window", hits};
    assertEquals(0, as("e.vendor", "2026-02-12T00:00:00Z", list).code(), "the chief lets him in");
    CliRun over = as("e.vendor", "2026-02-13T00:00:00Z", list);
    assertEquals(3, over.code(), "and no longer");
    assertTrue(over.err().contains("direct_access"), over.err());
  }

  @Test
  @Order(7)
  void shouldEndALeaverAndKeepTheRows() throws IOException {
    String without =
        USERS.lines().filter(l -> !l.startsWith("c.ok")).toList().stream()
            .reduce("", (a, b) -> a + b + "\n");
    assertEquals(0, load("users", without, "2026-03-01T00:00:00Z").code());
    assertEquals(3, as("c.okafor", "2026-03-01T00:00:00Z", "hold", "list").code());
    CliRun back = as("c.okafor", "2026-02-15T00:00:00Z", "hold", "list");
    assertEquals(3, back.code(), "an earlier --as-of brings no leaver back");
    String[] show = {"register", "show", "--register", "users", "--agency", "city-2"};
    CliRun then = run("2026-03-02T00:00:00Z", append(show, "--at", "2026-02-15T00:00:00Z"));
    assertTrue(then.out().contains("c.okafor "), then.all());
    CliRun now = run("2026-03-02T00:00:00Z", show);
    assertFalse(now.out().contains("c.okafor"), now.all());
    CliRun known =
        run(
            "2026-03-02T00:00:00Z",
            append(show, "--at", "2026-03-02T00:00:00Z", "--known-at", "2026-02-28T00:00:00Z"));
    assertTrue(known.out().contains("c.okafor "), "in February no end was known");
    assertTrue(
        lake.read(Table.JOB_RUNS).where("principal = 'c.okafor'").count() > 1,
        "what he did stays on record");
  }

  @Test
  @Order(8)
  void shouldSayWhatIsOverdueAboutPeople() throws IOException {
    CliRun status = run("2026-03-03T00:00:00Z", "status");
    assertTrue(status.out().contains("5 registered accounts"), status.all());
    String empty = "office,person_id,change,valid_from\nchief,p-8,end,2026-03-04\n";
    assertEquals(0, load("responsible", empty, "2026-03-04T00:00:00Z", "--changes").code());
    CliRun vacant = run("2026-03-05T00:00:00Z", "status");
    assertEquals(4, vacant.code());
    assertTrue(vacant.out().contains("office chief of city-2"), vacant.all());
  }

  /** A register that nobody thought of: a file, and no line of code. */
  @Test
  @Order(9)
  void shouldTakeARegisterOfTheAgencysOwn() throws IOException {
    Path contract = temp.resolve("vehicles.yaml");
    Files.writeString(
        contract,
        """
        register: vehicles
        meaning: vehicles of the agency
        key: [vehicle_id]
        gates: [audits]
        sources: [csv]
        fields:
          vehicle_id: {type: id, required: true, meaning: number}
          unit: {type: text, meaning: unit}
        """);
    String csv = "vehicle_id,unit\nv-1,north\nv-2,south\n";
    assertEquals(0, load(contract.toString(), csv, "2026-03-06T00:00:00Z").code());
    CliRun shown =
        run(
            "2026-03-07T00:00:00Z",
            "register",
            "show",
            "--register",
            contract.toString(),
            "--agency",
            "city-2");
    assertTrue(shown.out().contains("v-2 "), shown.all());
    assertTrue(shown.out().contains("unit=south"), shown.all());
  }

  private static CliRun request(String asOf) throws IOException {
    return as(
        "c.okafor",
        asOf,
        "--json",
        "extract",
        "request",
        "--agency",
        "city-2",
        "--product",
        "camera-hour",
        "--purpose",
        "traffic",
        "--window",
        "2026-01-10T00:00:00Z/2026-01-11T00:00:00Z",
        "--legal-basis",
        "Study agreement 12, RCW 42.48");
  }

  private static CliRun load(String register, String csv, String asOf, String... more)
      throws IOException {
    return withFile(register, csv, asOf, "load", more);
  }

  private static CliRun withFile(
      String register, String csv, String asOf, String command, String... more) throws IOException {
    Path file = Files.createTempFile(temp, "register", ".csv");
    Files.writeString(file, csv);
    List<String> args =
        new ArrayList<>(List.of("register", command, "--register", register, "--agency", "city-2"));
    args.addAll(List.of(more));
    args.add(file.toString());
    return run(asOf, args.toArray(String[]::new));
  }

  /** By the login at the operating system, which is the administrator's. */
  private static CliRun run(String asOf, String... command) {
    List<String> args = new ArrayList<>(List.of("--lake", folder().toString(), "--as-of", asOf));
    args.addAll(List.of(command));
    return CliRun.of(args.toArray(String[]::new));
  }

  private static CliRun as(String account, String asOf, String... command) throws IOException {
    Path file = Files.createTempFile(temp, "token", ".json");
    Files.writeString(file, token(account).signedBy(KEY));
    List<String> args = new ArrayList<>(List.of("--token", file.toString()));
    args.addAll(List.of(command));
    return run(asOf, args.toArray(String[]::new));
  }

  /** A token runs out by the wall clock, whatever the now of a run is. */
  private static IdentityToken token(String account) {
    Instant now = Instant.now();
    return new IdentityToken(
        account,
        now.minusSeconds(60),
        now.plusSeconds(3_600),
        new AttestedPlace(Optional.empty(), true));
  }

  private static String attested(String account) {
    return lake.read(Table.JOB_RUNS)
        .where("principal = '" + account + "'")
        .select("attested_by")
        .distinct()
        .first()
        .getString(0);
  }

  private static Path folder() {
    return TestLake.folder(lake);
  }

  private static String[] append(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
