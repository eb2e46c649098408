package io.platelake.app.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * How a run ended: what a person or a program sees of it. A driver on another machine leaves it in
 * a file of a storage ({@code --result}), because a cluster hands back success or failure only.
 *
 * @param out standard output, as printed
 * @param messages lines for people on standard error, without progress and logs
 */
@JsonPropertyOrder({"exit_code", "out", "messages"})
record RunEnd(@JsonProperty("exit_code") int exitCode, String out, List<String> messages) {
  private static final ObjectMapper JSON = new ObjectMapper();

  RunEnd {
    Objects.requireNonNull(out, "out");
    messages = List.copyOf(messages);
  }

  void write(String uri) throws IOException {
    FileSystem storage = storage(uri);
    // A local disk would get a second file with a checksum, which nobody takes away.
    storage.setWriteChecksum(false);
    try (OutputStream file = storage.create(new Path(uri), true)) {
      file.write(JSON.writeValueAsBytes(this));
    }
  }

  /** Reads a file and deletes it; empty if there is no such file. */
  static Optional<RunEnd> take(String uri) throws IOException {
    FileSystem storage = storage(uri);
    RunEnd end;
    try (InputStream file = storage.open(new Path(uri))) {
      end = JSON.readValue(file.readAllBytes(), RunEnd.class);
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
    storage.delete(new Path(uri), false);
    return Optional.of(end);
  }

  private static FileSystem storage(String uri) throws IOException {
    return new Path(uri).getFileSystem(SparkHadoopUtil.get().newConfiguration(new SparkConf(true)));
  }
}
