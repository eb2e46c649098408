package io.platelake.lake.proof;

import io.platelake.lake.proof.files.ChecksumFile;
import io.platelake.lake.proof.files.FileClass;
import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.files.StoredFile;
import io.platelake.lake.proof.log.LogFiles;
import io.platelake.lake.proof.log.LoggedFile;
import io.platelake.lake.proof.log.TableState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts every file of a listing into exactly one class. */
final class Census {
  private final FileListing listing;
  private final TableState table;

  Census(FileListing listing, TableState table) {
    this.listing = listing;
    this.table = table;
  }

  Map<String, FileClass> classes() throws IOException {
    Map<String, FileClass> classes = new TreeMap<>();
    for (StoredFile file : listing.files().values()) {
      classes.put(file.path(), classOf(file));
    }
    return classes;
  }

  private FileClass classOf(StoredFile file) throws IOException {
    if (table.active().containsKey(file.path())) {
      return FileClass.LIVE;
    }
    if (table.tombstones().containsKey(file.path())) {
      return FileClass.TOMBSTONED;
    }
    if (LogFiles.isLogFile(file)) {
      return FileClass.LOG;
    }
    if (isControl(file)) {
      return FileClass.CONTROL;
    }
    boolean inLog = (file.folder() + "/").startsWith(LogFiles.FOLDER + "/");
    return file.name().endsWith(".parquet") && !inLog ? FileClass.ORPHAN : FileClass.FOREIGN;
  }

  private boolean isControl(StoredFile file) throws IOException {
    if (file.path().equals("_SUCCESS")) {
      return file.length() == 0;
    }
    var subject = ChecksumFile.subject(file, listing.files());
    // Checksums of checksums do not exist; a chain of them would be a place to hide.
    return subject.isPresent()
        && !subject.get().name().startsWith(".")
        && ChecksumFile.fits(file, subject.get());
  }

  /** Live files that are not where, or not what, the log says. */
  List<Finding> missing() {
    List<Finding> findings = new ArrayList<>();
    for (LoggedFile file : table.active().values()) {
      StoredFile stored = listing.files().get(file.path());
      if (stored == null) {
        boolean elsewhere = file.path().startsWith("/") || file.path().contains(":/");
        findings.add(
            new Finding(
                Finding.Kind.MISSING,
                file.path(),
                elsewhere ? "live file outside the table root" : "live file is not there"));
      } else if (stored.length() != file.size()) {
        findings.add(
            new Finding(
                Finding.Kind.MISSING,
                file.path(),
                "live file has " + stored.length() + " bytes, the log says " + file.size()));
      }
    }
    return findings;
  }

  /** Folders that are neither partitions nor Delta's own and hold nothing that is judged itself. */
  List<Finding> foreignFolders() {
    List<Finding> findings = new ArrayList<>();
    for (String folder : listing.folders()) {
      boolean log =
          folder.equals(LogFiles.FOLDER) || folder.equals(LogFiles.FOLDER + "/_staged_commits");
      String name = folder.substring(folder.lastIndexOf('/') + 1);
      int equals = name.indexOf('=');
      boolean partition =
          equals > 0 && table.partitionColumns().contains(name.substring(0, equals));
      boolean empty =
          listing.files().ceilingKey(folder + "/") == null
              || !listing.files().ceilingKey(folder + "/").startsWith(folder + "/");
      if (!log && !partition && empty) {
        findings.add(new Finding(Finding.Kind.FOREIGN, folder, "folder of no known kind"));
      }
    }
    return findings;
  }
}
