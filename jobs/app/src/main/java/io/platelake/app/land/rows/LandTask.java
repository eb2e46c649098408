package io.platelake.app.land.rows;

import io.platelake.app.land.files.FilePart;
import io.platelake.app.land.files.LineRange;
import io.platelake.app.land.files.UnpackedOutcomes;
import io.platelake.core.feed.FeedDefinition;
import io.platelake.core.feed.RecordResult;
import io.platelake.core.format.Layout;
import io.platelake.core.land.RecordPosition;
import io.platelake.files.tree.InputBytes;
import io.platelake.files.tree.StorageFailure;
import io.platelake.files.unpack.UnpackLimits;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.util.TaskCompletionListener;

/**
 * From parts of raw files to blocks of rows by fate and, last, the account. Reads the parts as
 * streams, one record at a time; holds one block a fate.
 */
public final class LandTask implements FlatMapFunction<Iterator<LandTask.Input>, LandedBlock> {
  private static final long serialVersionUID = 1L;

  /**
   * What one task reads, all of one feed.
   *
   * @param parts of its files
   * @param rules what its records are judged by, the same for all tasks of a feed
   */
  public record Input(ArrayList<FilePart> parts, PackedRules rules) implements Serializable {}

  @Override
  public Iterator<LandedBlock> call(Iterator<Input> inputs) {
    if (!inputs.hasNext()) {
      // Of a batch whose files are all gone nothing is read.
      return Collections.emptyIterator();
    }
    Input input = inputs.next();
    if (inputs.hasNext()) {
      throw new IllegalStateException("a task of several feeds");
    }
    return blocks(input.parts(), input.rules().unpacked());
  }

  /** Blocks of the rows of these parts, and last their account. */
  static Iterator<LandedBlock> blocks(List<FilePart> parts, PackedRules.Rules rules) {
    return new Run(parts, rules);
  }

  private static final class Run implements Iterator<LandedBlock> {
    private final Iterator<FilePart> parts;
    private final FeedDefinition feed;
    private final Map<String, Rejudgement> again;
    private final List<PartAccount> accounts = new ArrayList<>();
    private final FatedRecords records;
    private FileSystem fs;
    private FSDataInputStream in;
    private LineRange range;
    private FilePart part;
    private PartAccount account;
    private Iterator<RecordResult> outcomes;
    private boolean ended;

    Run(List<FilePart> parts, PackedRules.Rules rules) {
      this.parts = parts.iterator();
      this.feed = rules.recipe().feed();
      this.again = rules.again();
      this.records = new FatedRecords(rules.recipe());
      if (TaskContext.get() != null) {
        TaskCompletionListener end = task -> closeStream();
        TaskContext.get().addTaskCompletionListener(end);
      }
    }

    @Override
    public boolean hasNext() {
      try {
        while (!records.isReady() && !ended) {
          step();
        }
        return records.isReady();
      } catch (IOException e) {
        throw StorageFailure.reading(part.digest(), e);
      } catch (UncheckedIOException e) {
        throw StorageFailure.reading(part.digest(), e.getCause());
      }
    }

    @Override
    public LandedBlock next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return records.remove();
    }

    private void step() throws IOException {
      if (outcomes != null && outcomes.hasNext()) {
        take(outcomes.next());
      } else {
        close();
        if (parts.hasNext()) {
          open(parts.next());
        } else {
          ended = true;
          records.end();
          records.add(new LandedBlock.Accounts(accounts));
        }
      }
    }

    private void open(FilePart next) throws IOException {
      part = next;
      account = new PartAccount(part.file(), part.from());
      Path path = new Path(part.copy().path());
      fs = path.getFileSystem(SparkHadoopUtil.get().conf());
      in = fs.open(path);
      range = part.isWhole() ? null : new LineRange(in, part.from(), part.to());
      outcomes =
          feed.layout() == Layout.PARQUET
              ? UnpackedOutcomes.ofSeekable(
                  feed, new InputBytes(in, part.copy().bytes()), UnpackLimits.DEFAULT)
              : UnpackedOutcomes.of(feed, range == null ? in : range, UnpackLimits.DEFAULT);
      records.open(part.digest(), path.getName(), part.from(), range == null ? 0 : range.start());
    }

    private void close() throws IOException {
      if (in != null) {
        closeStream();
        outcomes = null;
        account.read(range == null ? 0 : range.lines());
        if (!part.copy().is(fs.getFileStatus(new Path(part.copy().path())))) {
          account.changed();
        }
        accounts.add(account);
      }
    }

    private void closeStream() {
      try {
        if (in != null) {
          in.close();
        }
      } catch (IOException e) {
        throw StorageFailure.reading(part.digest(), e);
      } finally {
        in = null;
      }
    }

    private void take(RecordResult outcome) {
      long offset = outcome.raw().offset() + (range == null ? 0 : range.start());
      Rejudgement rejudgement = again.get(part.digest());
      if (rejudgement == null
          || rejudgement.takes(part.digest(), offset, outcome.index(), account)) {
        records.take(outcome, new RecordPosition(part.file(), offset, outcome.index()), account);
      }
    }
  }
}
