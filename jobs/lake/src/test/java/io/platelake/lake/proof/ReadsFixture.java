package io.platelake.lake.proof;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small table of reads on local disk, written by Spark and Delta. */
public record ReadsFixture(Path root) {
  public static final String ALLOW_LIST =
      "'delta.dataSkippingStatsColumns'='agency_id,captured_at'";

  /** A read of {@code city-2}; the time as {@code 2026-10-01 03:04:05}, UTC. */
  public record Read(String capturedAt, String plate, long plateKey) {}

  public static ReadsFixture create(Path root, String... properties) {
    String set =
        properties.length == 0 ? "" : " TBLPROPERTIES (" + String.join(",", properties) + ")";
    ProofSession.sql(
        "CREATE TABLE delta.`"
            + root
            + "` (read_id BIGINT, agency_id STRING, captured_at TIMESTAMP, plate STRING,"
            + " plate_key BIGINT, purpose STRING, date DATE)"
            + " USING delta PARTITIONED BY (purpose, date)"
            + set);
    return new ReadsFixture(root);
  }

  public ReadsFixture insert(String purpose, Read... reads) {
    return insert("city-2", purpose, reads);
  }

  public ReadsFixture insert(String agency, String purpose, Read... reads) {
    String rows =
        Stream.of(reads)
            .map(
                read ->
                    String.format(
                        "(%d, '%s', timestamp'%s', '%s', %d, '%s', date'%s')",
                        read.plateKey() % 1000,
                        agency,
                        read.capturedAt(),
                        read.plate(),
                        read.plateKey(),
                        purpose.replace("'", "''"),
                        read.capturedAt().substring(0, 10)))
            .collect(Collectors.joining(","));
    ProofSession.sql("INSERT INTO " + sqlName() + " VALUES " + rows);
    return this;
  }

  public ReadsFixture delete(String condition) {
    ProofSession.sql("DELETE FROM " + sqlName() + " WHERE " + condition);
    return this;
  }

  ReadsFixture vacuum() {
    ProofSession.sql("VACUUM " + sqlName() + " RETAIN 0 HOURS");
    return this;
  }

  public String sqlName() {
    return "delta.`" + root + "`";
  }

  public org.apache.hadoop.fs.Path path() {
    return new org.apache.hadoop.fs.Path(root.toUri());
  }

  /** An exact copy elsewhere, as a table of its own to spoil. */
  public ReadsFixture copyTo(Path target) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(target.resolve(root.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file, target.resolve(root.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
    return new ReadsFixture(target);
  }

  /** Data files of a partition, relative to the root, sorted. */
  public List<String> dataFiles(String partition) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(partition))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".parquet"))
          .sorted()
          .toList();
    }
  }

  public String commit(long version) {
    return String.format("_delta_log/%020d.json", version);
  }
}
