package io.platelake.lake.proof.files;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * One file as the store listed it; {@code path} is relative to the listed root, {@code length} in
 * bytes, {@code modified} in milliseconds since 1970 UTC.
 *
 * <p>Parquet reads through this object and so through the file system that was given, never through
 * one looked up by scheme: on local disk that one would hide checksum files and read past them.
 */
public record StoredFile(FileSystem fs, Path location, String path, long length, long modified)
    implements InputFile {

  public String name() {
    return location.getName();
  }

  /** Folder of the file relative to the listed root; empty for a file right under the root. */
  public String folder() {
    return path.substring(0, Math.max(0, path.length() - name().length() - 1));
  }

  public InputStream open() throws IOException {
    return fs.open(location);
  }

  byte[] readAll() throws IOException {
    try (InputStream in = open()) {
      return in.readAllBytes();
    }
  }

  /** A Parquet reader with library defaults: no setting of the writing job reaches it. */
  public ParquetFileReader parquet() throws IOException {
    return ParquetFileReader.open(
        this, ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
  }

  @Override
  public long getLength() {
    return length;
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    return HadoopStreams.wrap(fs.open(location));
  }
}
