package io.platelake.lake.proof.covered;

import io.platelake.lake.proof.covered.FileTimes.Question;
import io.platelake.lake.proof.files.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the times of many data files: here, or spread over other machines. */
public interface TimesReader {
  /**
   * @param root root of the table
   * @param asked files of the table to what is asked of each
   * @return path of each file to its answers by column
   */
  Map<String, Map<String, FileTimes>> read(
      org.apache.hadoop.fs.Path root, Map<StoredFile, List<Question>> asked) throws IOException;

  /** Reads side by side in this process, since stores are slow. */
  static TimesReader here() {
    return (root, asked) -> {
      Map<String, Map<String, FileTimes>> read = new ConcurrentHashMap<>();
      asked.entrySet().parallelStream()
          .forEach(one -> read.put(one.getKey().path(), answers(one.getKey(), one.getValue())));
      return read;
    };
  }

  /** The answers of one file. */
  static Map<String, FileTimes> answers(StoredFile file, List<Question> questions) {
    Map<String, FileTimes> answers = new HashMap<>();
    try {
      for (Question question : questions) {
        answers.put(question.column(), FileTimes.read(file, question));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answers;
  }
}
