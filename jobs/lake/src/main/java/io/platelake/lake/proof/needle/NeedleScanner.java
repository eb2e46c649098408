package io.platelake.lake.proof.needle;

import io.platelake.lake.proof.files.ChecksumFile;
import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.files.OddFile;
import io.platelake.lake.proof.files.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Decodes every file below a root, at any depth and hidden or not, and searches it for needles.
 * Decodes Parquet (data and checkpoints), JSON (commits, checksums, anything), other text, and
 * gzip, zstd and zip around these. Also searches file names, and the raw bytes of every other file.
 * {@link NeedleForms} lists the forms in which it finds a needle.
 *
 * <p>A local checksum file is left out when every byte of it follows from the file it belongs to.
 * What cannot be decoded is named in the report; its raw bytes are searched all the same. Bloom
 * filters and pictures of a plate cannot be searched for text. In packed or random bytes a short
 * needle may turn up by chance: about one in three million bytes for a hundred thousand needles of
 * five characters, next to never from seven characters on.
 */
public final class NeedleScanner {
  private static final int MOST_HITS_PER_FILE = 10_000;

  private final FileListing listing;
  private final NeedleForms forms;

  private NeedleScanner(FileListing listing, NeedleForms forms) {
    this.listing = listing;
    this.forms = forms;
  }

  /** Scans a lake, a table or any other folder; changes nothing. */
  public static ScanReport scan(FileSystem fs, Path root, Needles needles) throws IOException {
    return new NeedleScanner(FileListing.of(fs, root), new NeedleForms(needles)).report();
  }

  private ScanReport report() {
    List<FileHits> files =
        Stream.concat(
                listing.files().values().parallelStream().map(this::scanFile),
                listing.odd().stream().map(this::scanOdd))
            .toList();
    TreeSet<NeedleHit> hits = new TreeSet<>();
    TreeSet<ScanReport.Unread> unread = new TreeSet<>();
    files.forEach(
        file -> {
          hits.addAll(file.hits());
          unread.addAll(file.unread());
        });
    for (String folder : listing.folders()) {
      hits.addAll(new FileHits(forms, folder, MOST_HITS_PER_FILE).hits());
    }
    return new ScanReport(
        new ArrayList<>(hits),
        new ArrayList<>(unread),
        files.size(),
        listing.bytes(),
        files.stream().anyMatch(FileHits::truncated));
  }

  private FileHits scanFile(StoredFile file) {
    FileHits hits = new FileHits(forms, file.path(), MOST_HITS_PER_FILE);
    try {
      Optional<StoredFile> subject = ChecksumFile.subject(file, listing.files());
      if (subject.isEmpty() || !ChecksumFile.explainedBy(file, subject.get())) {
        content(file, hits);
      }
    } catch (IOException e) {
      hits.unread("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    return hits;
  }

  private FileHits scanOdd(OddFile file) {
    FileHits hits = new FileHits(forms, file.path(), MOST_HITS_PER_FILE);
    if (!file.regular()) {
      hits.unread(file.reason());
      return hits;
    }
    try (InputStream in = file.open()) {
      new ContentSearch(hits).search(in, "", 0);
    } catch (IOException e) {
      hits.unread("cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    return hits;
  }

  private void content(StoredFile file, FileHits hits) throws IOException {
    if (magic(file) == Magic.PARQUET) {
      try {
        new ParquetSearch(hits).search(file);
        return;
      } catch (IOException | RuntimeException e) {
        hits.unread("Parquet reader stopped (" + e.getClass().getSimpleName() + ")");
      }
    }
    try (InputStream in = file.open()) {
      new ContentSearch(hits).search(in, "", 0);
    }
  }

  private static Magic magic(StoredFile file) throws IOException {
    try (InputStream in = file.open()) {
      return Magic.of(in.readNBytes(4));
    }
  }
}
