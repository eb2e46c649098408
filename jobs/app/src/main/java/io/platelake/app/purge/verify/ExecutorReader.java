package io.platelake.app.purge.verify;

import io.platelake.lake.proof.covered.FileTimes;
import io.platelake.lake.proof.covered.FileTimes.Question;
import io.platelake.lake.proof.covered.TimesReader;
import io.platelake.lake.proof.files.CaptureTimes.Oldest;
import io.platelake.lake.proof.files.FileListing;
import io.platelake.lake.proof.files.StoredFile;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * Reads the times of data files on the executors of a cluster, a shard of them each. Spark carries
 * questions and answers; what reads a file is the same code as in one process.
 */
final class ExecutorReader implements TimesReader {
  private static final int SHARDS_A_CORE = 4;

  private final JavaSparkContext executors;
  private final int most;

  ExecutorReader(SparkSession spark) {
    this.executors = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.most = SHARDS_A_CORE * spark.sparkContext().defaultParallelism();
  }

  /** On a cluster its executors read, otherwise this process does. */
  static TimesReader of(SparkSession spark) {
    return spark.sparkContext().isLocal() ? TimesReader.here() : new ExecutorReader(spark);
  }

  /** A file and what it is asked; files of one folder come one after the other. */
  private record Asked(
      String location, String path, long length, long modified, ArrayList<Question> questions)
      implements Serializable {}

  /** One answer; of a file that cannot answer, the reason. */
  private record Answer(
      String path, String column, String agency, Instant oldest, long undated, String fault)
      implements Serializable {}

  @Override
  public Map<String, Map<String, FileTimes>> read(
      Path root, Map<StoredFile, List<Question>> asked) {
    List<Asked> files = new ArrayList<>();
    asked.forEach(
        (file, questions) ->
            files.add(
                new Asked(
                    file.location().toString(),
                    file.path(),
                    file.length(),
                    file.modified(),
                    new ArrayList<>(questions))));
    List<Answer> answers =
        executors
            .parallelize(files, Math.min(files.size(), most))
            .flatMap(file -> answers(file).iterator())
            .collect();
    return byFile(asked, answers);
  }

  private static List<Answer> answers(Asked asked) throws IOException {
    Path location = new Path(asked.location());
    FileSystem fs = FileListing.unfiltered(location.getFileSystem(SparkHadoopUtil.get().conf()));
    StoredFile file = new StoredFile(fs, location, asked.path(), asked.length(), asked.modified());
    List<Answer> answers = new ArrayList<>();
    TimesReader.answers(file, asked.questions())
        .forEach(
            (column, times) -> {
              times
                  .fault()
                  .ifPresent(
                      why -> answers.add(new Answer(asked.path(), column, "", null, 0, why)));
              times
                  .oldest()
                  .forEach(
                      (agency, oldest) ->
                          answers.add(
                              new Answer(
                                  asked.path(),
                                  column,
                                  agency,
                                  oldest.at().orElse(null),
                                  oldest.undated(),
                                  null)));
            });
    return answers;
  }

  private static Map<String, Map<String, FileTimes>> byFile(
      Map<StoredFile, List<Question>> asked, List<Answer> answers) {
    Map<String, Map<String, SortedMap<String, Oldest>>> oldest = new HashMap<>();
    Map<String, Map<String, String>> faults = new HashMap<>();
    for (Answer answer : answers) {
      if (answer.fault() != null) {
        faults
            .computeIfAbsent(answer.path(), p -> new HashMap<>())
            .put(answer.column(), answer.fault());
      } else {
        oldest
            .computeIfAbsent(answer.path(), p -> new HashMap<>())
            .computeIfAbsent(answer.column(), c -> new TreeMap<>())
            .put(
                answer.agency(),
                new Oldest(Optional.ofNullable(answer.oldest()), answer.undated()));
      }
    }
    Map<String, Map<String, FileTimes>> times = new HashMap<>();
    asked.forEach(
        (file, questions) -> {
          Map<String, FileTimes> columns = new HashMap<>();
          for (Question question : questions) {
            // A file without rows answers with nothing.
            columns.put(
                question.column(),
                new FileTimes(
                    oldest
                        .getOrDefault(file.path(), Map.of())
                        .getOrDefault(question.column(), new TreeMap<>()),
                    Optional.ofNullable(
                        faults.getOrDefault(file.path(), Map.of()).get(question.column()))));
          }
          times.put(file.path(), columns);
        });
    return times;
  }
}
