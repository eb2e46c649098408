package io.platelake.files.tree;

/**
 * What a container may ask for. No size that it states is believed: each is held against what is
 * there, and against these.
 *
 * @param record bytes of one decoded record, nodes counted
 * @param columns of a schema, nested ones counted
 * @param depth of a schema or record
 * @param header bytes of a Parquet footer or an Avro header
 * @param block bytes of an Avro block, or of a page, as stored and unpacked
 * @param group bytes of a Parquet row group as stored, which are in memory together
 * @param pages bytes of the unpacked pages of a row group that are in memory together
 * @param ratio unpacked to stored bytes of the whole file, at most
 * @param free unpacked bytes below which the ratio is not looked at
 * @param rows of a file, however small it is; above that, eight a byte
 * @param values of all columns, however small the file is; above that, 64 a byte
 */
public record ContainerLimits(
    int record,
    int columns,
    int depth,
    int header,
    int block,
    long group,
    long pages,
    long ratio,
    long free,
    long rows,
    long values) {
  public static final ContainerLimits DEFAULT =
      new ContainerLimits(
          8 << 20,
          10_000,
          64,
          32 << 20,
          64 << 20,
          256L << 20,
          256L << 20,
          250,
          16L << 20,
          1_000_000,
          16_000_000);

  /** Whether so much was unpacked of so few bytes that it was made to fill a heap or a disk. */
  public boolean isSwollen(long unpacked, long stored) {
    return unpacked > free && unpacked / Math.max(1, stored) > ratio;
  }

  public long rows(long bytes) {
    return Math.max(rows, 8 * bytes);
  }

  public long values(long bytes) {
    return Math.max(values, 64 * bytes);
  }
}
