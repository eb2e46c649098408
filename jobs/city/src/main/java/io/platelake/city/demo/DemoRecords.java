package io.platelake.city.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What people record in the month: what came of alerts, what came in, what went out. */
final class DemoRecords {
  private static final int OUTCOMES = 12;

  private final Steps steps;
  private final Path folder;
  private final Path files;

  /**
   * @param folder of the demo; {@code desk} below it is the place from which others get data
   * @param files made-up input files
   */
  DemoRecords(Steps steps, Path folder, Path files) {
    this.steps = steps;
    this.folder = folder;
    this.files = files;
  }

  /** Officers check alerts, stop vehicles and find some of them. */
  void outcomes(Instant at, String window) throws IOException {
    Path hits = files.resolve("hits.csv");
    steps.run(
        at,
        "records",
        "hits",
        "list",
        "--agency",
        DemoMonth.AGENCY,
        "--window",
        window,
        "--alerts",
        "--out",
        hits.toString());
    List<String> lines = new ArrayList<>(List.of("outcome_id,hit_id,kind,occurred_at,confirmed"));
    List<String> alerts = Files.readAllLines(hits);
    for (int i = 1; i < Math.min(alerts.size(), OUTCOMES + 1); i++) {
      String[] cells = alerts.get(i).split(",", -1);
      Instant seen = Instant.parse(cells[1]);
      lines.add(line(i, "plate_check", cells[0], seen.plusSeconds(60), "yes"));
      lines.add(line(i, "state_check", cells[0], seen.plusSeconds(61), "yes"));
      lines.add(line(i, "vehicle_check", cells[0], seen.plusSeconds(62), "yes"));
      lines.add(line(i, "dispatch_confirmation", cells[0], seen.plusSeconds(120), "yes"));
      lines.add(line(i, "stop", cells[0], seen.plusSeconds(300), ""));
      if (i % 2 == 0) {
        lines.add(line(i, "vehicle_recovered", cells[0], seen.plusSeconds(900), ""));
      }
      if (i % 4 == 0) {
        lines.add(line(i, "arrest", cells[0], seen.plusSeconds(1_200), ""));
      }
    }
    steps.run(
        at,
        "records",
        "outcomes",
        "load",
        "--agency",
        DemoMonth.AGENCY,
        write("outcomes.csv", lines));
  }

  private static String line(int alert, String kind, String hit, Instant at, String confirmed) {
    return String.join(",", "o-" + alert + "-" + kind, hit, kind, at.toString(), confirmed);
  }

  /** Orders of courts, an incident and the costs of the month. */
  void records(Instant at) throws IOException {
    register(
        at,
        "orders",
        "order_id,kind,issuer,document,received_at",
        "or-1,preservation_request,Superior Court,request 7,2026-06-09",
        "or-2,disclosure_order,Superior Court,order 12,2026-06-20");
    register(
        at,
        "incidents",
        "incident_id,kind,status,occurred_at,discovered_at,discovered_by,summary,reported_at",
        "i-1,attempt,suspected,2026-06-12,2026-06-13,system,many failed log-ins,2026-06-13");
    register(
        at,
        "costs",
        "cost_id,item,amount,currency,period_from,period_to,kind",
        "c-1,subscription,4200.00,USD,2026-06-01,2026-07-01,recurring");
  }

  /** A state university gets the research extract: asked, verified, approved, handed over. */
  void share(Instant at, String release) throws IOException {
    Path desk = Files.createDirectories(folder.resolve("desk")).toAbsolutePath();
    register(
        at,
        "recipients",
        "recipient_id,name,kind,level,jurisdiction,blocked,verified_at",
        "state-uni,State University,other_public_agency,state,US-WA,false,2026-06-01");
    register(at, "places", "place_id,folder,purposes,keeper", "desk," + desk + ",traffic,records");
    String request =
        write(
            "share.yaml",
            List.of(
                "id: share-1",
                "agency: " + DemoMonth.AGENCY,
                "basis: research",
                "recipient: state-uni",
                "data: alpr",
                "received_at: 2026-06-15T09:00:00Z",
                "need: a study of traffic",
                "consideration: none",
                "items: {approved_release: \"" + release + "\"}"));
    steps.run(at.plusSeconds(1), "records", "share", "request", request);
    steps.run(
        at.plusSeconds(2), "records", "share", "verify", "share-1", "--document", "agreement 3");
    steps.run(
        at.plusSeconds(3),
        "chief",
        "share",
        "approve",
        "share-1",
        "--role",
        "chief",
        "--document",
        "memo 5");
    steps.run(
        at.plusSeconds(4),
        "records",
        "share",
        "fulfil",
        "share-1",
        "--export",
        "extract-" + release,
        "--to",
        "desk");
    steps.run(at.plusSeconds(5), "auditor", "export", "check");
  }

  private void register(Instant at, String register, String... lines) throws IOException {
    steps.run(
        at,
        "administrator",
        "register",
        "load",
        "--register",
        register,
        "--agency",
        DemoMonth.AGENCY,
        write(register + ".csv", List.of(lines)));
  }

  private String write(String name, List<String> lines) throws IOException {
    return Files.writeString(files.resolve(name), String.join("\n", lines) + "\n").toString();
  }
}
