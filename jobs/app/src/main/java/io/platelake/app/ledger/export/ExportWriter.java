package io.platelake.app.ledger.export;

import io.platelake.app.job.JobContext;
import io.platelake.app.publish.PublishedFolder;
import io.platelake.app.publish.PublishedJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes whatever leaves the lake. Its row is on the disk before its first byte is. */
public final class ExportWriter {
  private final JobContext job;
  private final String option;

  /**
   * @param option command-line option that named the place, for messages
   */
  public ExportWriter(JobContext job, String option) {
    this.job = job;
    this.option = option;
  }

  /**
   * An export with its bytes.
   *
   * @param more what its manifest says besides
   */
  public record Parcel(Export export, byte[] data, Map<String, Object> more) {}

  /**
   * Records the parcels, then writes each with its manifest.
   *
   * @param failed what else to do about a parcel that could not be written
   * @return paths of the files, each manifest after its data
   */
  public List<Path> write(List<Parcel> parcels, Consumer<Parcel> failed) {
    if (parcels.isEmpty()) {
      return List.of();
    }
    ExportLedger.give(job.lake(), job.runId(), parcels.stream().map(Parcel::export).toList());
    List<Path> written = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      try {
        written.addAll(write(parcels.get(i)));
      } catch (RuntimeException e) {
        List<Parcel> left = parcels.subList(i, parcels.size());
        note(left.stream().map(Parcel::export).toList(), e);
        left.forEach(parcel -> tell(failed, parcel, e));
        throw e;
      }
    }
    return written;
  }

  /**
   * Records an export whose files have a manifest of their own, then writes them.
   *
   * @param files content by name, the manifest last
   */
  public void write(Export export, Map<String, byte[]> files) {
    ExportLedger.give(job.lake(), job.runId(), List.of(export));
    try {
      PublishedFolder.write(option, export.to().folder(), files);
    } catch (RuntimeException e) {
      note(List.of(export), e);
      throw e;
    }
  }

  private List<Path> write(Parcel parcel) {
    Export export = parcel.export();
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(export.content().file(), parcel.data());
    files.put(export.manifest().getFileName().toString(), PublishedJson.bytes(manifest(parcel)));
    PublishedFolder.write(option, export.to().folder(), files);
    return files.keySet().stream().map(export.to().folder()::resolve).toList();
  }

  /** The first failure counts, also where even it cannot be recorded. */
  private void note(List<Export> exports, RuntimeException first) {
    try {
      ExportLedger.record(
          job.lake(),
          exports,
          ExportLedger.Event.FAILED,
          job.asOf(),
          job.principal(),
          "the files could not be written");
    } catch (RuntimeException e) {
      first.addSuppressed(e);
    }
  }

  private static void tell(Consumer<Parcel> failed, Parcel parcel, RuntimeException first) {
    try {
      failed.accept(parcel);
    } catch (RuntimeException e) {
      first.addSuppressed(e);
    }
  }

  private static Map<String, Object> manifest(Parcel parcel) {
    Export e = parcel.export();
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("export_id", e.id());
    manifest.put("kind", e.origin().kind());
    manifest.put("agency", e.agency());
    manifest.put("as_of", e.at().toString());
    manifest.put("principal", e.principal());
    manifest.put("recipient", e.to().recipient());
    manifest.put("purpose", e.origin().purpose().orElse(null));
    manifest.put("case_ref", e.origin().caseRef().orElse(null));
    manifest.put("source_id", e.origin().sourceId());
    manifest.put("made_from", e.origin().madeFrom().orElse(null));
    manifest.put("place", e.to().place().orElse(null));
    manifest.put("file", e.content().file());
    manifest.put("rows", e.content().rows());
    manifest.put("sha256", e.content().sha256());
    manifest.put("tables", e.content().tables());
    manifest.put("destroy_on", e.destroyOn().map(Object::toString).orElse(null));
    manifest.put("policy_version", e.policyVersion());
    manifest.putAll(parcel.more());
    return manifest;
  }
}
