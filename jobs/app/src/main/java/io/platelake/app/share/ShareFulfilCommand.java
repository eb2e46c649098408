package io.platelake.app.share;

import io.platelake.app.job.CommandContract;
import io.platelake.app.job.JobContext;
import io.platelake.app.job.JobResult;
import io.platelake.app.job.JobRunner;
import io.platelake.app.job.RunOutcome;
import io.platelake.app.job.Sha256;
import io.platelake.app.job.option.InputFiles;
import io.platelake.app.ledger.export.Export;
import io.platelake.app.ledger.export.ExportLedger;
import io.platelake.app.ledger.export.ExportPlace;
import io.platelake.app.ledger.export.ExportWriter;
import io.platelake.app.ledger.export.TrackedExport;
import io.platelake.app.ledger.share.Share;
import io.platelake.app.ledger.share.ShareEvent;
import io.platelake.core.BadInput;
import io.platelake.core.Ids;
import io.platelake.core.Refusal;
import io.platelake.core.access.Permission;
import io.platelake.core.policy.retention.RecordRule;
import io.platelake.core.share.ShareDenial;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code platelake share fulfil}: hands over the bytes of an export. It looks at no read itself, so
 * that whoever looked has passed the access decision and is in the access log.
 */
@Command(
    name = "fulfil",
    description = "Hand the data of an approved request over: the bytes of an export, to a place.")
@CommandContract(
    needs = Permission.RELEASE,
    result = ShareStepResult.class,
    example = "share fulfil SHARE --export EXPORT --to records",
    refused = "a reason is left, or the export was changed, destroyed or is overdue")
public final class ShareFulfilCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHARE", description = "Id of the share.")
  private String id;

  @Option(
      names = "--export",
      paramLabel = "EXPORT",
      description = "Export whose bytes are handed over; left out for direct access.")
  private String exportId;

  @Option(
      names = "--to",
      paramLabel = "PLACE",
      description = "Place of the register places from which the recipient gets it.")
  private String place;

  @Option(
      names = "--email",
      paramLabel = "REF",
      description = "Reference of the email by which it goes, where it goes by one.")
  private String letter;

  @Override
  public Integer call() {
    return JobRunner.onLake(spec, this::run);
  }

  private JobResult run(JobContext job) {
    Share share = ShareDesk.open(job, id);
    job.standing().requireAgency(share.request().agency());
    boolean direct = share.request().direct().isPresent();
    if (direct != (exportId == null) || direct != (place == null)) {
      throw new BadInput(
          "--export, --to",
          direct ? "the recipient looks itself" : "data is handed over",
          direct ? "Leave both options out." : "Give both options.");
    }
    ShareDesk desk = new ShareDesk(job, share.request().agency());
    if (letter != null) {
      desk.refusePlates(List.of(letter));
    }
    Optional<Export> source = direct ? Optional.empty() : Optional.of(source(job, share));
    List<ShareDenial> denials =
        desk.decider()
            .againstHandingOver(
                share.request(),
                share.steps(job.standing()::person),
                source.map(Export::holdsReaderData).orElse(true));
    if (!denials.isEmpty()) {
      return desk.deny(share, denials);
    }
    if (direct) {
      desk.record(
          share,
          ShareEvent.Kind.FULFIL,
          ShareEvent.Detail.handed(
              new ShareEvent.Handed(Optional.empty(), 0), Optional.ofNullable(letter)));
      return desk.result(
          share, "Share " + id + " is fulfilled by its grant.", List.of(), RunOutcome.DONE);
    }
    hand(job, desk, share, source.get());
    return desk.result(
        share,
        "Share " + id + " is fulfilled: " + source.get().content().rows() + " rows.",
        List.of(),
        RunOutcome.DONE);
  }

  private Export source(JobContext job, Share share) {
    TrackedExport tracked = ExportLedger.get(job.lake(), exportId, job.asOf());
    Export export = tracked.export();
    String what = "Export " + exportId;
    if (!export.agency().equals(share.request().agency())) {
      throw new Refusal(
          what, "it is of another agency", "Make an export of the agency that shares.");
    }
    if (!tracked.isOut() || tracked.isDue(job.asOf())) {
      throw new Refusal(
          what, "it was destroyed, or its day of destruction has come", "Make a new export.");
    }
    return export;
  }

  private void hand(JobContext job, ShareDesk desk, Share share, Export source) {
    Ids.check("--to", place);
    ExportPlace to = ExportPlace.get(job.lake(), source.agency(), place, job.asOf());
    to.requireWritable();
    if (!source.origin().purpose().map(to.purposes()::contains).orElse(true)) {
      throw new Refusal(
          "--to " + place,
          "the place is for other purposes than the export",
          "Name another place.");
    }
    byte[] bytes = InputFiles.bytes(source.path());
    if (!Sha256.of(bytes).equals(source.content().sha256())) {
      throw new Refusal(
          "Export " + exportId, "it was changed since it left", "See: platelake export check");
    }
    String name = source.content().file();
    Export handed =
        new Export(
            id,
            source.agency(),
            new Export.Origin(
                "share",
                id,
                Optional.of(source.id()),
                source.origin().purpose(),
                source.origin().caseRef()),
            new Export.Destination(
                Optional.of(to.id()), to.folder(), share.request().recipient(), true),
            new Export.Content(
                "share-" + id + name.substring(name.lastIndexOf('.')),
                "share-" + id + ".json",
                source.content().rows(),
                source.content().sha256(),
                source.content().tables()),
            destroyOn(job, desk, source),
            desk.policy().version(),
            job.principal(),
            job.asOf());
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("share_id", id);
    more.put("basis", share.request().basis());
    more.put("recipient_name", share.recipient().name());
    more.put("conditions", conditions(desk));
    desk.record(
        share,
        ShareEvent.Kind.FULFIL,
        ShareEvent.Detail.handed(
            new ShareEvent.Handed(Optional.of(id), source.content().rows()),
            Optional.ofNullable(letter)));
    new ExportWriter(job, "--to")
        .write(List.of(new ExportWriter.Parcel(handed, bytes, more)), failed(desk, share));
  }

  /** The share waits for another try: nothing of it has left. */
  private static Consumer<ExportWriter.Parcel> failed(ShareDesk desk, Share share) {
    return parcel ->
        desk.record(
            share,
            ShareEvent.Kind.DENY,
            ShareEvent.Detail.refusal(List.of("not_written"), Optional.empty()));
  }

  /** What the recipient has to keep to, in the words of the policy. */
  private static List<String> conditions(ShareDesk desk) {
    return desk.policy().policy().sharingRules().conditions().values().stream()
        .map(rule -> rule.title() + " [" + rule.authority() + "]")
        .toList();
  }

  /** A copy lasts no longer than what it was made from. */
  private static Optional<LocalDate> destroyOn(JobContext job, ShareDesk desk, Export source) {
    Optional<LocalDate> byClock =
        !source.holdsReaderData()
            ? Optional.empty()
            : source
                .origin()
                .purpose()
                .flatMap(
                    purpose -> {
                      RecordRule rule = desk.policy().policy().recordClass("exports");
                      return rule.expiresAt(
                          desk.policy().policy().retention(purpose), Optional.empty(), job.asOf());
                    })
                .map(end -> LocalDate.ofInstant(end, ZoneOffset.UTC));
    return Stream.concat(byClock.stream(), source.destroyOn().stream()).min(LocalDate::compareTo);
  }
}
