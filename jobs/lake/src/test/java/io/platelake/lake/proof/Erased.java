package io.platelake.lake.proof;

import io.platelake.lake.proof.ReadsFixture.Read;
import io.platelake.lake.proof.needle.Needles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tables of which the day 2026-10-01 was deleted and vacuumed and 2026-10-20 lives on; one keeps
 * plates out of the log, one has Delta's defaults. Written once, copied by the tests that spoil
 * them. Plates are made up and twelve random characters long, so that none turns up by chance.
 */
public final class Erased {
  static final ExpiredDate EXPIRED = new ExpiredDate("parking", LocalDate.parse("2026-10-01"));
  static final Instant CUT_OFF = Instant.parse("2026-10-20T00:00:00Z");

  static final List<Read> GONE =
      List.of(
          new Read("2026-10-01 03:04:05", "ZZQ7VN4XKR2M", 6_203_948_571_120_334_411L),
          new Read("2026-10-01 09:04:05", "ZZK3HT9WPB8D", 6_203_948_571_120_334_977L));
  static final List<Read> KEPT =
      List.of(
          new Read("2026-10-20 03:04:05", "ZZM5RJ2YGC6F", 6_203_948_571_120_335_103L),
          new Read("2026-10-20 09:04:05", "ZZD8LS4QNW7X", 6_203_948_571_120_335_555L));

  /** Plates and keys of {@link #GONE}. */
  static final Needles NEEDLES =
      Needles.of(
          GONE.stream().map(Read::plate).toList(), GONE.stream().map(Read::plateKey).toList());

  private static final Path FOLDER = folder();
  private static ReadsFixture careful;
  private static ReadsFixture careless;

  private Erased() {}

  /** Statistics for an allow-list of columns only. */
  public static synchronized ReadsFixture careful() {
    if (careful == null) {
      careful = write("careful", ReadsFixture.ALLOW_LIST);
    }
    return careful;
  }

  /** Delta's defaults. */
  static synchronized ReadsFixture careless() {
    if (careless == null) {
      careless = write("careless");
    }
    return careless;
  }

  /** The table of that name as it was before the deletion. */
  static ReadsFixture before(ReadsFixture table) {
    return new ReadsFixture(table.root().resolveSibling(table.root().getFileName() + "-before"));
  }

  private static ReadsFixture write(String name, String... properties) {
    try {
      String[] all =
          Stream.concat(Stream.of(properties), Stream.of("'delta.checkpointInterval'='2'"))
              .toArray(String[]::new);
      ReadsFixture table =
          ReadsFixture.create(FOLDER.resolve(name), all)
              .insert("parking", GONE.toArray(Read[]::new))
              .insert("parking", KEPT.toArray(Read[]::new));
      table.copyTo(FOLDER.resolve(name + "-before"));
      table.delete("purpose = 'parking' AND date = date'2026-10-01'").vacuum();
      Files.deleteIfExists(table.root().resolve(EXPIRED.path()));
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("platelake-proof");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(File file) {
    File[] children = file.listFiles();
    for (File child : children == null ? new File[0] : children) {
      delete(child);
    }
    file.delete();
  }
}
