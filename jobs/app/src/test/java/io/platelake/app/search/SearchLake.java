package io.platelake.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.platelake.app.CliRun;
import io.platelake.app.Rows;
import io.platelake.app.TestLake;
import io.platelake.app.TestPolicies;
import io.platelake.app.ledger.access.AccessLog;
import io.platelake.core.access.AttestedPlace;
import io.platelake.core.access.IdentityToken;
import io.platelake.core.access.PurposeStatement;
import io.platelake.core.accesslog.AccessEvent;
import io.platelake.core.accesslog.Asker;
import io.platelake.core.accesslog.LogEntry;
import io.platelake.core.chain.SigningKey;
import io.platelake.lake.contract.Table;
import io.platelake.lake.table.CommitKey;
import io.platelake.lake.table.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A lake with reads, registered people and a place for answers. */
public final class SearchLake {
  public static final String AS_OF = "2026-06-05T00:00:00Z";
  private static final SigningKey KEY = SigningKey.create();
  private static final String USERS =
      "user_id,person_id,kind,roles,permissions,status,need,os_user,valid_from\n"
          + "a.admin,p-1,internal,,administer;audit,active,runs the lake,"
          + System.getProperty("user.name")
          + ",\n"
          + "c.okafor,p-7,internal,department_personnel,look,active,burglary,,2026-01-01\n"
          + "n.training,p-8,internal,department_personnel,look,active,burglary,,2026-01-01\n"
          + "d.audit,p-9,internal,,audit,active,,,2026-01-01\n"
          + "r.records,p-10,internal,department_personnel,look;release;hold,active,records,,2026-01-01\n"
          + "b.chief,p-11,internal,department_personnel,look;release;approve;purge,active,chief,,2026-01-01\n"
          + "nightly,p-1,service,,operate;purge,active,,,2026-01-01\n";

  private final Path temp;
  private final Lake lake;

  private SearchLake(Path temp, Lake lake) {
    this.temp = temp;
    this.lake = lake;
  }

  /** In a new folder. */
  public static SearchLake in(Path temp) throws IOException {
    Lake lake = TestLake.in(temp.resolve("lake"));
    SearchLake all = new SearchLake(temp, lake);
    lake.append(
        Table.READS,
        Rows.of(
            Table.READS,
            """
            plate   | captured_at | camera_id | make   | color | purpose  | lat   | lon
            ABC123  | 08:00       | cam-1     | ford   | blue  | criminal | 47.60 | -122.33
            ABC123  | 09:00       | cam-2     | ford   | blue  | criminal | 47.70 | -122.33
            A8C123  | 10:00       | cam-1     | ford   | red   | criminal | 47.60 | -122.33
            ABC129  | 11:00       | cam-1     | toyota | blue  | criminal | 47.60 | -122.33
            ABC123  | 12:00       | cam-1     | ford   | blue  | traffic  | 47.60 | -122.33
            """),
        new CommitKey("test:reads", 0));
    Files.createDirectories(all.answers());
    Files.createDirectories(all.desk());
    all.load("users", USERS);
    String pem = KEY.checking().pem().lines().filter(l -> !l.startsWith("-")).findFirst().get();
    all.load(
        "signing_keys",
        "key_id,public_key,issuer\n" + KEY.checking().id() + "," + pem + ",front door\n");
    all.load(
        "training",
        "person_id,course,completed_on,topics\n"
            + "p-7,alpr-1,2026-02-06,policy;statute;privacy;audit_and_reporting\n"
            + "p-10,alpr-1,2026-02-06,policy;statute;privacy;audit_and_reporting\n"
            + "p-11,alpr-1,2026-02-06,policy;statute;privacy;audit_and_reporting\n");
    all.load(
        "places",
        "place_id,folder,purposes,keeper\ndetectives,"
            + all.answers()
            + ",criminal,p-7\ndesk,"
            + all.desk()
            + ",criminal,p-10\n");
    return all;
  }

  /** Adds rows to the access log as if they had been recorded long ago. */
  int oldRows(int rows) {
    List<LogEntry> entries = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      entries.add(
          LogEntry.ofAudit(
              AccessEvent.AUDIT_READ,
              "old-" + i,
              Instant.parse(AS_OF),
              new Asker("d.audit", "city-2", List.of(), "os", Optional.empty(), false),
              "audit show",
              PurposeStatement.EMPTY,
              Optional.empty(),
              Optional.empty(),
              "all rows"));
    }
    new AccessLog(lake)
        .append(
            "city-2",
            TestPolicies.waCity("city-2").policy(),
            entries,
            Instant.now().minus(Duration.ofDays(740)));
    return rows;
  }

  public Lake lake() {
    return lake;
  }

  /** Folder of the lake. */
  public Path folder() {
    return TestLake.folder(lake);
  }

  /** Folder of the registered place. */
  public Path answers() {
    return temp.resolve("answers");
  }

  /** Folder of the place from which others get what is shared. */
  public Path desk() {
    return temp.resolve("desk");
  }

  /** Names of what has been given. */
  List<String> given() throws IOException {
    try (var files = Files.list(answers())) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  /** A file of requests, a line each after the header. */
  public Path requests(String... lines) throws IOException {
    Path file = Files.createTempFile(temp, "requests", ".csv");
    Files.writeString(
        file,
        "purpose,plate,part,make,color,cameras,lat,lon,radius_m,from,to,case,offence,reason\n"
            + String.join("\n", lines)
            + "\n");
    return file;
  }

  /** A search by somebody whose token is signed. */
  public CliRun search(String account, Path requests, String... more) throws IOException {
    return CliRun.of(arguments(account, requests, more));
  }

  String[] arguments(String account, Path requests, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of("search", "--agency", "city-2", "--to", "detectives", "--requests"));
    command.add(requests.toString());
    command.addAll(List.of(more));
    return arguments(account, command.toArray(String[]::new));
  }

  /** A command of somebody whose token is signed. */
  public CliRun as(String account, String... command) throws IOException {
    return CliRun.of(arguments(account, command));
  }

  /** The same at another now. */
  public CliRun at(Instant asOf, String account, String... command) throws IOException {
    String[] arguments = arguments(account, command);
    arguments[3] = asOf.toString();
    return CliRun.of(arguments);
  }

  private String[] arguments(String account, String... command) throws IOException {
    Path file = Files.createTempFile(temp, "token", ".json");
    Instant now = Instant.now();
    Files.writeString(
        file,
        new IdentityToken(
                account,
                now.minusSeconds(60),
                now.plusSeconds(3600),
                new AttestedPlace(Optional.of("mdt-4"), true))
            .signedBy(KEY));
    List<String> args =
        new ArrayList<>(
            List.of("--lake", folder().toString(), "--as-of", AS_OF, "--token", file.toString()));
    args.addAll(List.of(command));
    return args.toArray(String[]::new);
  }

  /** Loads a register of the agency. */
  public void load(String register, String csv) throws IOException {
    Path file = Files.createTempFile(temp, register, ".csv");
    Files.writeString(file, csv);
    CliRun run =
        CliRun.at(
            folder(),
            "2026-06-04T00:00:00Z",
            "register",
            "load",
            "--register",
            register,
            "--agency",
            "city-2",
            file.toString());
    if (run.code() != 0) {
      run =
          CliRun.of(
              "--lake",
              folder().toString(),
              "--as-of",
              "2026-06-04T00:00:00Z",
              "register",
              "load",
              "--register",
              register,
              "--agency",
              "city-2",
              file.toString());
    }
    assertEquals(0, run.code(), run.all());
  }
}
